import { combine, oneOf, pattern, wordsOf, type GrammarRow } from './row';

const SMALL = '(?:\\d{1,2}|[一二三四五六七八九十廿]{1,3})';
const YEAR = '(?:(?:\\d{4}|(?<!\\d)\\d{2}|[〇○零一二三四五六七八九]{4})年)';
const MONTH = `${SMALL}月(?:份|底|初|末|上旬|中旬|下旬)?`;
const DAY = `${SMALL}[日号]`;
const WEEKDAY = '(?:（(?:星期|周)[一二三四五六日天]）)';
const PART = oneOf('凌晨 清晨 早上 早晨 上午 中午 下午 傍晚 晚上 晚 夜间 夜 晚间');
const CLOCK = `(?:${SMALL}(?:时|点)(?:${SMALL}分|半|整)?|\\d{1,2}：\\d{2})`;
const YEAR_PART = oneOf('上半年 下半年 年初 年底 年末 春季 夏季 秋季 冬季 春季学期 秋季学期 全年 度 以来 底 末 初 前 春 夏 秋 冬');
const QUARTER = '(?:前?[一二三四两]季度|第[一二三四]季度|前\\d{1,2}个月|前[一二三四五六七八九十]{1,2}个月)';
const DATE = `(?:${YEAR}(?:${MONTH}(?:${DAY})?|${QUARTER}|${YEAR_PART})?|${MONTH}(?:${DAY})?|${DAY})`;
const MOMENT = `${DATE}${WEEKDAY}?(?:${PART}?${CLOCK}|${PART})?`;
const RELATIVE_YEAR = oneOf('今年 去年 明年 前年 后年 当年 本年 同年 全年 次年 本年度 年度');
const TIMES = wordsOf('日前 近日 近期 近来 目前 当前 现在 当今 如今 眼下 今天 昨天 明天 今日 昨日 当日 当天 次日 同日 近年来 近年 近些年 近几年 近几年来 多年来 长期以来 一直以来 连日来 今后一个时期 当前和今后一个时期 一段时间以来 近段时间以来 这些年 这些年来 过去一年 新时期 年初 年底 年末 月底 月初 上半年 下半年 本周 上周 下周 本月 上月 下月 近代以来 历年 每年 同期 去年同期 今后一段时期 现阶段 下一阶段 这段时间 春运期间 暑期 寒假 暑假 周末 主汛期 汛期');
const FESTIVALS = wordsOf('春节 元旦 国庆 国庆节 五一 五一节 劳动节 五一劳动节 清明 清明节 端午 端午节 中秋 中秋节 元宵节 重阳节 妇女节 儿童节 教师节 建军节 植树节 除夕 新年 新春 双节 国庆黄金周');
const COUNT = '(?:(?<!\\d)\\d+(?:\\.\\d+)?|[一二三四五六七八九十百千两几数半]+)(?:多|余|来)?';
const LENGTH = oneOf('年 个月 周年 天 小时 个小时 分钟 秒 个工作日 世纪 个世纪 周 星期 个星期 个季度 昼夜 学年 日 载');

/** Dates, periods, durations and festivals. */
export const TIME_ROWS: readonly GrammarRow[] = [
  { name: 'time.range', type: 'TIME', needs: ['年月日号', '至到—-~－～'], pattern: pattern(`${MOMENT}(?:至|到|—|-|~|－|～)${MOMENT}`), example: ['2021年3月1日至5月8日放假', '2021年3月1日至5月8日'], counter: '三日游' },
  { name: 'time.days', type: 'TIME', needs: ['月', '日号'], pattern: pattern(`(?:${YEAR}|${RELATIVE_YEAR})?${MONTH}${DAY}(?:[、和至—-]${DAY})+`), example: ['4月2日、3日在县里调研', '4月2日、3日'], counter: '4月份工作' },
  { name: 'time.date', type: 'TIME', needs: ['年月日号'], pattern: pattern(MOMENT), example: ['会议于2020年6月7日上午召开', '2020年6月7日上午'], counter: '6个月' },
  { name: 'time.weekday', type: 'TIME', needs: ['周期', '日号'], pattern: pattern(`(?:本|上|下)?(?:周|星期)[一二三四五六日天]（(?:${MONTH})?${DAY}）`), example: ['会议于周四（28日）召开', '周四（28日）'], counter: '周四召开' },
  { name: 'time.lastDay', type: 'TIME', needs: ['年月日号', '第后'], pattern: pattern(`${DATE}的?(?:第一|最后一)[天日]`), example: ['今天是2031年的最后一天', '2031年的最后一天'], counter: '上任第一天' },
  { name: 'time.clock', type: 'TIME', needs: ['晨早午晚夜', '时点：'], pattern: pattern(`${PART}${CLOCK}`), example: ['上午九时十五分，会议开始', '上午九时十五分'], counter: '三点意见' },
  { name: 'time.relativeYear', type: 'TIME', needs: ['年'], pattern: pattern(`${RELATIVE_YEAR}(?:${MONTH}(?:${DAY})?|${QUARTER}|${YEAR_PART})?`), example: ['今年上半年，我市', '今年上半年'], counter: '今天' },
  { name: 'time.quarter', type: 'TIME', needs: ['季月'], pattern: pattern(QUARTER), example: ['一季度工业', '一季度'], counter: '四季如春' },
  { name: 'time.plan', type: 'TIME', needs: ['“', '五'], pattern: pattern('“(?:十[一二三四五六七八]五|[一二三四五六七八九]五|“?七五)”(?:时期|期间|末|以来|初期)'), example: ['“十六五”时期发展', '“十六五”时期'], counter: '“十六五”规划' },
  { name: 'time.word', type: 'TIME', words: TIMES, example: ['近日，县长调研', '近日'], counter: '将来一定' },
  { name: 'time.festival', type: 'TIME', words: combine(FESTIVALS, ['', '假期', '期间', '前夕', '前后', '前']), example: ['春节期间值班', '春节期间'], counter: '旅游节' },
  { name: 'time.duration', type: 'TIME', needs: ['年月天时钟秒日世周星季夜载'], pattern: pattern(`(?:近|过去|连续|最近|前|后|这|第)?${COUNT}${LENGTH}(?:多|来|以上|以内|内|间|以来|左右)?`), example: ['历时三个月完成', '三个月'], counter: '年年丰收' },
  { name: 'time.century', type: 'TIME', needs: ['世代'], pattern: pattern('(?:上世纪|本世纪|\\d{1,2}世纪|二十一?世纪)?(?:\\d0|[二三四五六七八九]十)年代(?:初|末|中期)?|(?:上世纪|本世纪|\\d{1,2}世纪|二十一?世纪)(?:初|末|中叶)?'), example: ['上世纪80年代末', '上世纪80年代末'], counter: '世纪大道' },
];
