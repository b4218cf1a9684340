import { CAPTION, DOC_NUMBER, isAttached, isHeadingLine, isTitle, NOTE, SIGNER } from './blocks';
import { runInCandidate } from './headings';
import { MARKER_RULES } from './markers';
import { CLOSING } from './placing';
import type { Rule } from './rule';

const BODY = '各级各部门结合实际，认真抓好落实，确保各项工作取得实效。';

/** Everything that makes a node in the structure stage. */
export const STRUCTURE_RULES: readonly Rule[] = [
  ...MARKER_RULES,
  { name: 'title', en: 'the title of the document', zh: '文件标题', example: '关于做好防汛工作的通知', counterExample: '新华社北京9月1日电', matches: isTitle },
  { name: 'heading.line', en: 'a heading without a number, alone on its line', zh: '独占一行的无序号标题', example: '下半年重点工作', counterExample: '会议强调，要抓好落实。', matches: (line) => isHeadingLine(line, BODY, '') },
  { name: 'heading.runIn', en: 'the short first sentence of a paragraph, one of several like it', zh: '段首短句作标题，且有并列', example: '守住供水安全底线。坚持一源一策、一网一档，落实河湖管护责任。', counterExample: '会议强调，要抓好落实。下一步还要加强督查，确保见效。', matches: (line) => runInCandidate(line) !== undefined },
  { name: 'heading.attached', en: 'the title of the document that a notice passes on', zh: '所印发文件的标题', example: '（此件公开发布）政务公开办法', counterExample: '信访工作办法', matches: (line) => isAttached(line, ['政务公开办法']) },
  { name: 'caption', en: 'the caption of a picture', zh: '图片说明', example: '图为会议现场。（张明 摄）', counterExample: '会议在市政府召开。', matches: (line) => CAPTION.test(line) },
  { name: 'lead', en: 'the first paragraph of a news report', zh: '新闻导语', example: '9月1日，市长李明到东河县调研。', counterExample: '一、总体要求', matches: (line) => !isTitle(line) && line.endsWith('。') },
  { name: 'paragraph', en: 'a paragraph without requirements', zh: '不含要求的段落', example: '座谈会上，各县区作了汇报。', counterExample: '下半年重点工作', matches: (line) => line.endsWith('。') },
  { name: 'closing', en: 'the closing words', zh: '结束语', example: '让我们携手奋进，共创未来！', counterExample: '会议强调，要抓好落实。', matches: (line) => CLOSING.test(line) },
  { name: 'signature', en: 'who signs', zh: '落款', example: '东河市人民政府', counterExample: '东河县的秋天', matches: (line) => SIGNER.test(line) },
  { name: 'date', en: 'the date of the document', zh: '成文日期', example: '2024年3月1日', counterExample: '2024年3月以来', matches: (line) => /^\d{4}年\d{1,2}月\d{1,2}日$/u.test(line) },
  { name: 'letterhead', en: 'number, addressee, byline or salutation', zh: '文号、主送、署名或称呼', example: '东政发〔2024〕3号', counterExample: '会议在市政府召开。', matches: (line) => DOC_NUMBER.test(line) },
  { name: 'note', en: 'a note of the editor or the publisher', zh: '编者或发布者的附注', example: '（此件公开发布）', counterExample: '（一）加强领导。（责任单位：区民政局）', matches: (line) => NOTE.test(line) },
];
