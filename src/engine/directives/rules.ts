import type { Rule } from '../structure';
import { readText } from '../text';
import { CUES, findAttribution } from './attribution';
import { parallelParts } from './measures';
import { readPeople } from './people';
import { assigns, isFrame, isImperative, readModal } from './requirement';

const cueIn = (line: string): string | undefined => findAttribution(line, readPeople(readText(line)), '李明')?.cue;

/** Everything that makes a node in the directives stage, and the verbs that introduce requirements. */
export const DIRECTIVE_RULES: readonly Rule[] = [
  { name: 'requirement.modal', en: 'a sentence with 要, 必须, 应当 …', zh: '含「要」「必须」「应当」等的句子', example: '各单位要压实责任。', counterExample: '主要任务已经完成。', matches: (line) => readModal(line) !== undefined },
  { name: 'requirement.cue', en: 'a sentence with a verb that requires (希望, 要求, 勉励 …)', zh: '以「希望」「要求」「勉励」等提出的要求', example: '市长李明希望大家再接再厉。', counterExample: '大家充满希望。', matches: (line) => findAttribution(line, readPeople(readText(line)), '李明')?.strong === true },
  { name: 'requirement.assigned', en: 'a meeting gives a task to somebody', zh: '会议把任务交由某方办理', example: '会议同意改造方案，由区住建局修改完善后报批。', counterExample: '会议由区长李明主持。', matches: (line) => assigns(line) },
  { name: 'requirement.imperative', en: 'a bare imperative where the text requires things', zh: '提出要求的文段中的祈使句', example: '加强安全监管，守住底线。', counterExample: '安全形势平稳。', matches: isImperative },
  { name: 'requirement.parallel', en: 'one of several parts in parallel wording', zh: '并列句式中的一项', example: '打造大平台，做强各类载体；打开大通道，推进交通建设；招引大项目，完善招商机制。', counterExample: '工作扎实，成效明显。', matches: (line) => parallelParts(line, 0, true).length > 0 },
  { name: 'group.speaker', en: 'requirements of one speaker, gathered since there are many', zh: '同一主体的多项要求，因数量多而归并', example: '会议指出，要稳增长。要促改革。', counterExample: '会议指出，要稳增长。', matches: (line) => line.split('。').filter((s) => readModal(s) !== undefined).length > 1 },
  { name: 'frame', en: 'a sentence that announces a list', zh: '引出列项的句子', example: '李明对下一步工作提出三点要求。', counterExample: '会议听取了汇报。', matches: isFrame },
  ...CUES.map((row): Rule => ({ ...row, matches: (line) => cueIn(line) === row.verb })),
];
