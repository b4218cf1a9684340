/** Who issues under the letters of a document number (机关代字). Only those that name one body. */
const ISSUERS: ReadonlyMap<string, string> = new Map([
  ['国发', '国务院'], ['国函', '国务院'], ['国令', '国务院'], ['国办发', '国务院办公厅'], ['国办函', '国务院办公厅'], ['国办发明电', '国务院办公厅'], ['国发明电', '国务院'], ['中发', '中共中央'], ['中委', '中共中央'], ['中办发', '中共中央办公厅'], ['厅字', '中共中央办公厅'],
  ['发改', '国家发展改革委'], ['教', '教育部'], ['财', '财政部'], ['工信部', '工业和信息化部'], ['人社部发', '人力资源社会保障部'], ['民发', '民政部'], ['建', '住房城乡建设部'], ['交', '交通运输部'], ['自然资发', '自然资源部'],
  ['国卫', '国家卫生健康委'], ['国资发', '国务院国资委'], ['银发', '中国人民银行'], ['国税发', '国家税务总局'], ['税总发', '国家税务总局'], ['应急', '应急管理部'], ['市监', '市场监管总局'], ['文旅', '文化和旅游部'],
]);

const NUMBER = /^(.{1,20}?)[〔\[（(](\d{4})[〕\]）)]第?(\d+)号$/u;
const TITLE_ISSUER = /^(.{2,30}?(?:委员会|常委会|国务院|中共中央|政府|办公厅|办公室|人大|部|委|局|厅|院|会))(?:、.{2,60})?(?:关于|印发)/u;

/** The facts of a document: `title`, `number`, `issuer`, `year`. `number` is one that stands in brackets directly behind the title. */
export function documentFacts(folded: string, number?: string): Record<string, string> {
  const own = NUMBER.exec(folded), behind = number === undefined ? null : NUMBER.exec(number), said = own ?? behind;
  const title = own ? undefined : /^《(.*)》$/u.exec(folded)?.[1] ?? folded, issuer = (said && issuerOf(said[1]!)) ?? (title && TITLE_ISSUER.exec(title)?.[1]);
  return {
    ...(title !== undefined && { title }), ...(own && { number: folded }), ...(behind && number !== undefined && { number }),
    ...(issuer && { issuer }), ...(said && { year: said[2]! }),
  };
}

/** The longest known beginning of the letters that leaves only an office's mark (教基, 财建, 工信部联规): one or two characters. */
function issuerOf(letters: string): string | undefined {
  const exact = ISSUERS.get(letters);
  if (exact) return exact;
  // A place before the letters (苏政发, 锡发改) makes it another body, so only central letters that no place begins with are read on.
  return [...ISSUERS].find(([code]) => /^(?:工信部|人社部发|自然资发|国资发|税总发|国卫|银发)/u.test(code) && letters.startsWith(code) && letters.length - code.length < 4)?.[1];
}
