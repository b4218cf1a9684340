/** An adverbial clause before the subject: 「在某某村，」. */
const PLACE = '(?:[^，。：“]{2,30}，)?';
const VISITED = '(?:村民|市民|居民|师傅|阿姨|叔叔|老人|游客|工人|学生|店主|商户|农民|大爷|大娘|大妈|业主|网友|家长|患者|消费者|种植户|养殖户|大户|老乡|乡亲|群众|店长|摊主|业内人士|分析人士|网民)';
const AUDIENCE = '(?:大家|与会[^，。：“]{0,8}|广大[^，。：“]{2,12}|[^，。：“]{0,8}(?:代表|委员|学员|企业家|专家)们)';

const ROWS = [
  new RegExp(`^${PLACE}[^，。：“]{0,16}${VISITED}[^，。：“]{0,12}(?:说|表示|告诉|介绍)`, 'u'),
  new RegExp(`^${PLACE}${AUDIENCE}(?:一致|纷纷|普遍|均|都)?(?:表示|认为|说)`, 'u'),
  new RegExp(`^${PLACE}[^，。：“]{2,24}?(?:告诉(?:记者|笔者|我们)|(?:向|对)记者(?:介绍|说|表示)|(?:激动|高兴|动情|自豪|感慨|笑着|乐呵呵|开心)地?(?:表示|介绍))`, 'u'),
];

/** Words of somebody who is visited or who listened, not of who visits or presides: they require nothing of anybody. */
export function isBystander(sentence: string): boolean {
  const head = sentence.slice(0, 90);
  return ROWS.some((row) => row.test(head));
}
