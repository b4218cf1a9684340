interface ParentRule {
  readonly name: string;
  /** every name that fits has this character */
  readonly has?: string;
  /** every name that fits ends with one of these */
  readonly ends?: string;
  readonly pattern: RegExp;
  readonly example: readonly [name: string, parent: string];
  readonly counter: string;
}

/** Where an organization's name says which body it belongs to: the first group of the pattern is that body. */
export const PARENT_RULES: readonly ParentRule[] = [
  { name: 'parent.attached', has: '属', pattern: /^(.{2,30})(?:附属|直属|下属|所属)./u, example: ['东江大学附属瑞和医院', '东江大学'], counter: '瑞和医院' },
  {
    name: 'parent.office', ends: '厅室委部处科', pattern: /^(.{0,30}(?:委员会|常委会|[省市区县州旗]委|党委|工委|党工委|政府|国务院|中共中央|全国人大|政协|管委会|总工会|公司|集团|大学|学院|医院|局|厅))(?:办公厅|办公室|研究室|政策研究室|督查室|机关党委|.{1,4}(?:部|处|科))$/u,
    example: ['青禾区委宣传部', '青禾区委'], counter: '教育部',
  },
  { name: 'parent.branch', ends: '司行院校所部委会', pattern: /^(.{2,30}(?:公司|集团|银行|大学|医院|学院|研究院))(?:.{0,12}(?:分公司|分行|支行|分院|分校|学院|研究院|研究所|事业部|党支部|党委|委员会|子公司))$/u, example: ['东江大学医学院', '东江大学'], counter: '东江大学' },
  { name: 'parent.standing', ends: '会组', pattern: /^(.{0,12}(?:人民代表大会|人大|政治协商会议|政协))(?:常务委员会|常委会|党组|.{2,12}委员会)$/u, example: ['市人大常委会', '市人大'], counter: '市人大' },
];

/** Name of the parent body, where the folded name says so. */
export function parentOf(name: string): string | undefined {
  if (name.length > 60) return undefined;
  for (const rule of PARENT_RULES) {
    const parent = mayFit(rule, name) ? rule.pattern.exec(name)?.[1] : undefined;
    if (parent && parent.length > 1) return parent;
  }
  return undefined;
}

const mayFit = ({ has, ends }: ParentRule, name: string): boolean => (has === undefined || name.includes(has)) && (ends === undefined || ends.includes(name.slice(-1)));
