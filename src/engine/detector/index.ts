/** What the cheap test found: does the text read like a report, and how sure is that (0…1). */
export interface Detection { isReport: boolean; confidence: number }

/** How much of a text the test looks at, in UTF-16 code units. */
export const HEAD_LENGTH = 8192;
const THRESHOLD = 6;

/** 「區(qū)」: what scraped pages inject after a character. */
const INJECTED = /[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,7}[)）]?/giu;

/**
 * A kind of evidence: a pattern in simplified and traditional characters, what one hit weighs, and how much all hits may weigh. Each hit has one of
 * `signs` in it: most texts have none of them, and to look for words costs a fraction of compiling a pattern, which is nearly all of what a first
 * text costs.
 */
interface Evidence { readonly pattern: RegExp; readonly weight: number; readonly most: number; readonly signs: readonly string[] }
const evidence = (pattern: RegExp, weight: number, most: number, signs: string): Evidence => ({ pattern, weight, most, signs: signs.split(' ') });
/** The same where the pattern is nothing but words. */
const words = (pattern: RegExp, weight: number, most: number): Evidence => ({ pattern, weight, most, signs: pattern.source.split('|') });

const TITLE = '(?:总书记|總書記|书记|書記|[省市区區县縣镇鎮乡鄉部局厅廳处處院校署]长|[省市區縣鎮鄉部局廳處院校]長|主任|总理|總理|主席|常委|委员|委員|巡视员|秘书长|秘書長)';

/** Evidence for a report: who requires, the forms of official letters, the words of inspections and meetings. */
const FOR: readonly Evidence[] = [
  evidence(/(?:强调|強調|指出|要求|表示|希望|勉励|勉勵|叮嘱|叮囑|号召|號召|認為|认为)[，,：:]/gu, 1, 4, '强调 強調 指出 要求 表示 希望 勉励 勉勵 叮嘱 叮囑 号召 號召 認為 认为'),
  evidence(/(?:强调|強調|指出|要求|希望|勉励|勉勵|叮嘱|叮囑)/gu, 0.5, 2, '强调 強調 指出 要求 希望 勉励 勉勵 叮嘱 叮囑'),
  evidence(/(?:会议|會議|全会|全會|座谈会|座談會)(?:强调|強調|指出|认为|認為|要求|决定|決定)/gu, 1.5, 3, '会议 會議 全会 全會 座谈会 座談會'),
  evidence(/[〔[［（(]\d{4}[〕\]］）)]\s?(?:第)?\d{1,5}[号號]/gu, 3, 3, '号 號'),
  evidence(/(?:通知|意见|意見|决定|決定|总结|總結|报告|報告|纪要|紀要|规定|規定|公告)如下|现印发给你们|現印發給你們|请认真贯彻|請認真貫徹|现将|現將|纪要如下|紀要如下/gu, 2.5, 4, '如下 现印发给你们 現印發給你們 请认真贯彻 請認真貫徹 现将 現將'),
  evidence(/关于[^。\n]{4,50}的(?:通知|意见|决定|办法|规定|方案|通报|公告|批复|实施意见|报告)|關於[^。\n]{4,50}的(?:通知|意見|決定|辦法|規定|方案|通報|公告|批覆|報告)/gu, 2.5, 4, '关于 關於'),
  evidence(/(?:^|\n)[ \t\u3000]*(?:各省|各市|各县|各区|各镇|各直属|各有关|各部门|各单位|各科室|各街道|各乡镇|各学校)[^\n]{0,120}[：:][ \t]*(?:\r?\n|$)/gu, 3, 3, '各'),
  evidence(/同志们[：:！!]|同志們[：:！!]|各位代表|各位委员|各位嘉賓|各位嘉宾|各位同志|女士们、先生们|各位来宾/gu, 2, 4, '同志们 同志們 各位 女士们、先生们'),
  words(/政府工作报告|政府工作報告|工作总结|工作總結|述职报告|讲话|講話|致辞|致辭|致词|会议纪要|工作简报/gu, 2, 4),
  words(/调研|調研|考察|视察|視察|督导|督導|慰问|慰問|走访|检查指导/gu, 1, 3),
  evidence(new RegExp(TITLE, 'gu'), 0.7, 3.5, '书记 書記 长 長 主任 总理 總理 主席 常委 委员 委員 巡视员'),
  evidence(/^(?![ \t\d①-⑳（(#])[^\n。]{0,80}(?:(?:的|实施|指导)(?:通知|意见|意見)|通告|公告|决定|決定|批复|批覆|通报|通報|方案|办法|辦法|规定|規定|条例|條例|细则|細則|(?:的)(?:讲话|講話|致辞|致辭)|工作(?:报告|報告|总结|總結|计划|計劃)|纪要|紀要)(?:（[^（）\n]{1,20}）)?[ \t\u3000]*$/mu, 3, 3, '通知 意见 意見 通告 公告 决定 決定 批复 批覆 通报 通報 方案 办法 辦法 规定 規定 条例 條例 细则 細則 讲话 講話 致辞 致辭 工作 纪要 紀要'),
  evidence(/制定本(?:条例|條例|办法|辦法|规定|規定|细则|細則|方案)|本(?:条例|條例|办法|辦法|规定|規定|通告|公告)自[^。\n]{2,20}施行/gu, 2, 4, '制定本 施行'),
  evidence(/(?:人民政府|主管部门|主管部門|有关部门|有關部門|任何单位|任何單位)[^。，\n]{0,10}(?:应当|應當|不得)/gu, 0.8, 2.4, '人民政府 主管部门 主管部門 有关部门 有關部門 任何单位 任何單位'),
  evidence(/(?:新华社|新華社|本报|本報|中新社|中央社|央视网|央視網)[^。\n]{0,24}?(?:电|電|讯|訊|消息|报道|報道)/gu, 1.5, 1.5, '新华社 新華社 本报 本報 中新社 中央社 央视网 央視網'),
  words(/会见|會見|国事访问|國事訪問|正式访问|正式訪問/gu, 0.8, 1.6),
  evidence(/各级|各級|党和国家|黨和國家|有[些的]同志|领导同志|領導同志|负责同志|負責同志|一些地方|有些地方/gu, 0.5, 2, '各级 各級 党和国家 黨和國家 同志 地方'),
  words(/同志们|同志們|党员|黨員|干部|幹部|群众|群眾/gu, 0.2, 1.2),
  evidence(/我(?:想|再|就)?[讲講](?!课|課|述|座)|[讲講](?:几|幾|[一二两兩三四五])(?:点|點|个|個)(?:意见|意見|问题|問題)?|这次(?:会议|座谈会|大会)|這次(?:會議|座談會|大會)|今天，?我们(?:召开|在这里)|今天，?我們(?:召開|在這裡)/gu, 1.2, 3.6, '讲 講 这次 這次 今天'),
  evidence(/党中央|黨中央|国务院|國務院|[省市区县]委|市委|省委|區委|党组|黨組|党委|黨委|习近平|習近平|全国人民代表大会|全國人民代表大會|人大常委会|政协|政協/gu, 0.5, 2.5, '党中央 黨中央 国务院 國務院 委 党组 黨組 习近平 習近平 全国人民代表大会 全國人民代表大會 政协 政協'),
  evidence(/[，。；,;](?:要|必须|必須|应当|應當)|坚持|堅持|推进|推進|加强|加強|落实|落實|切实|切實|统筹|統籌|贯彻|貫徹|深化|完善|健全|保障/gu, 0.25, 4, '要 必须 必須 应当 應當 坚持 堅持 推进 推進 加强 加強 落实 落實 切实 切實 统筹 統籌 贯彻 貫徹 深化 完善 健全 保障'),
  evidence(/(?:^|\n)[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[条章])/gu, 0.4, 2, '、 ） ) 第'),
  evidence(/(?:^|[。；\n\s])(?:共同|协同|加快|推进|深化|建立|实施|支持|强化|加强|提升|优化|健全|完善|统筹|开展|落实|严格|加大|积极|着力|扎实)[^。]{4,}/gu, 0.3, 4, '共同 协同 加快 推进 深化 建立 实施 支持 强化 加强 提升 优化 健全 完善 统筹 开展 落实 严格 加大 积极 着力 扎实'),
  evidence(/[。；，：;,:]?(?:一是|一要|二是|二要|三是|三要)/gu, 0.6, 2, '一是 一要 二是 二要 三是 三要'),
  words(/座谈|座談|召开|召開|出席|陪同|参加会议|主持/gu, 0.4, 2),
  evidence(/我[省市区县镇街]|全[省市区县镇]|我[們们]要/gu, 0.4, 2, '我 全'),
];

/** Evidence against: prose, code, lessons, accidents, sports, courts, foreign affairs seen from outside. */
const AGAINST: readonly Evidence[] = [
  evidence(/(?:^|\n)[ \t\u3000]*(?:#{1,6}\s|```|\||<\w+|import |def |npm |pip )|https?:\/\/|\.(?:py|js|md|json|csv)\b/gu, 1, 8, '# ``` | < import def npm pip :// .py .js .md .csv'),
  evidence(/(?:道|笑道|叫道|问道)[：:][“「]|却说|且说|行者|姑娘|师父/gu, 1, 6, '道 却说 且说 行者 姑娘 师父'),
  evidence(/(?:^|\n)[ \t\u3000]*(?:\d{1,3}[.、．]|[（(]\d[）)])[^\n]{0,40}(?:如何|为什么|什么是|怎样|内涵|含义|特征|本质|地位|关系|条件|内容|意义|理论|思想)[^\n]{0,16}[：:？?]?[ \t]*(?:\r?\n|$)/gu, 1.5, 12, '如何 为什么 什么是 怎样 内涵 含义 特征 本质 地位 关系 条件 内容 意义 理论 思想'),
  evidence(/简答|论述题|名词解释|选择题|答[：:]|考试|期末|复习/gu, 1.5, 6, '简答 论述题 名词解释 选择题 答 考试 期末 复习'),
  words(/毛泽东思想|马克思主义|资本主义|剩余价值|新民主主义|帝国主义|生产关系|资产阶级|无产阶级|社会主义本质/gu, 0.3, 5),
  words(/爆炸|遇难|身亡|死亡|受伤|伤者|嫌疑人|警方|坠|肇事|车祸|事故原因|失踪|凶手|刑拘/gu, 0.6, 5),
  words(/球队|比赛|进球|主场|客场|联赛|冠军|决赛|球员|教练|得分/gu, 0.8, 6),
  words(/原告|被告|上诉人|判决|本院认为|裁定|诉讼请求/gu, 1, 7),
  words(/北纬|东经|平方千米|海拔|地处|气候|年平均气温|地貌|属亚热带|水系|毗邻/gu, 0.8, 6),
  words(/總統|总统|國務卿|国务卿|白宫|白宮|国会|議員|联邦/gu, 0.5, 4),
  words(/还清|存款|减肥|女朋友|男朋友|老婆|背单词|看书|跑步/gu, 1, 6),
];

/** All of it, for or against. */
export const EVIDENCE: readonly Evidence[] = [...FOR, ...AGAINST];

/**
 * Cheap test on the first kilobytes of a text, damaged or not, simplified or traditional. No dictionary, under 5 ms also at its first call. Weights were
 * set by hand on the genre's traits, not fitted; the threshold lies in the middle between reports and look-alikes.
 */
export function readsLikeReport(text: string): Detection {
  const given = text.slice(0, HEAD_LENGTH), head = given.includes('(') || given.includes('（') ? given.replace(INJECTED, '') : given, { han, letters } = countsOf(head);
  if (han < 60 || letters > han) return { isReport: false, confidence: 0 };
  const score = sum(FOR, head) - sum(AGAINST, head) - 12 * Math.min(0.5, letters / han);
  return { isReport: score >= THRESHOLD, confidence: Math.round(100 / (1 + Math.exp((THRESHOLD - score) / 2))) / 100 };
}

/** How many characters are Han, and how many Latin letters. */
function countsOf(text: string): { han: number; letters: number } {
  let han = 0, letters = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x4e00) { if (unit <= 0x9fff) han++; } else if (unit >= 0x41 && unit <= 0x7a && (unit <= 0x5a || unit >= 0x61)) letters++;
  }
  return { han, letters };
}

function sum(rows: readonly Evidence[], text: string): number {
  let total = 0;
  for (const { pattern, weight, most, signs } of rows) if (signs.some((sign) => text.includes(sign))) total += Math.min(most, weight * (text.match(pattern)?.length ?? 0));
  return total;
}
