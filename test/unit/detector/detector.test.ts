import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVIDENCE, HEAD_LENGTH, readsLikeReport } from '../../../src/engine/detector';

const REPORT = '李明到东河县调研\n9月1日，市委书记李明到东河县调研。李明强调，各级各部门要坚持稳中求进，扎实推进乡村振兴，切实保障民生。李明指出，要加强统筹，落实责任。县领导陪同调研，并参加座谈会。';
const NOTICE = '东河市人民政府关于做好防汛工作的通知\n东政发〔2024〕3号\n各县、区人民政府，市政府各部门：\n现将有关事项通知如下，请认真贯彻执行。\n一、加强领导\n各级政府要落实责任制，切实做好防汛准备工作。';

describe('the cheap test', () => {
  it('knows a report, a notice and their damaged or traditional forms', () => {
    expect(readsLikeReport(REPORT).isReport).toBe(true);
    expect(readsLikeReport(NOTICE).isReport).toBe(true);
    expect(readsLikeReport('李明到東河縣(xiàn)調(diào)研\n9月1日,市委書記(jì)李明到東河縣(xiàn)調(diào)研。李明強(qiáng)調(diào),各級(jí)各部門(mén)要堅(jiān)持穩(wěn)中求進(jìn),扎實(shí)推進(jìn)鄉(xiāng)村振興,切實(shí)保障民生。李明指出,要加強(qiáng)統(tǒng)籌,落實(shí)責(zé)任。縣領(lǐng)導(dǎo)陪同調(diào)研,並參加座談會(huì)。').isReport).toBe(true);
  });
  it.each([
    ['prose', '那天夜里下着大雨，姑娘推开门，笑道：“你怎么来了？”他把伞放在墙角，说起路上的见闻，两人一直聊到天亮。窗外的梧桐叶落了一地，屋里的炉火烧得正旺，谁也没有提起明天要分别的事情。'],
    ['code', '# 安装\n```\nnpm install\n```\n本工具用于处理中文文本，支持多种格式的输入与输出。详见 https://example.com/docs.md 。运行前请先安装依赖，然后执行命令，程序会把结果写入文件夹，方便后续处理和查看。'],
    ['an accident', '昨日下午，一辆货车在城郊路口与轿车相撞，造成两人受伤，一人死亡。警方赶到现场后将肇事司机控制，伤者已送往医院救治，事故原因正在调查之中，附近路段一度拥堵，直到傍晚才恢复通行。'],
    ['English', 'The quick brown fox jumps over the lazy dog. '.repeat(40)],
    ['nothing', ''],
  ])('leaves %s alone', (_name, text) => {
    expect(readsLikeReport(text).isReport).toBe(false);
  });
  it('looks at the head only and takes little time on any string', () => {
    const started = performance.now();
    for (const text of [REPORT.repeat(500), '\n'.repeat(100_000), '（'.repeat(100_000), '要求'.repeat(100_000), '1.'.repeat(50_000)]) readsLikeReport(text);
    expect((performance.now() - started) / 5).toBeLessThan(50);
    expect(readsLikeReport('天'.repeat(HEAD_LENGTH) + REPORT).isReport).toBe(false);
  });
});

describe('signs', () => {
  const texts = [REPORT, NOTICE, ...['samples', 'test/fixtures/negative', 'test/fixtures/outline'].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(folder, name), 'utf8')))];
  it.each(EVIDENCE.map(({ pattern, signs }) => [pattern.source.slice(0, 30), pattern, signs] as const))('%s… never hits where it has none', (_name, pattern, signs) => {
    for (const hit of texts.flatMap((text) => text.match(pattern) ?? [])) expect(signs.some((sign) => hit.includes(sign)), hit).toBe(true);
    // also what the pattern itself spells out as alternatives
    for (const word of pattern.source.split(/[()|]/u).filter((part) => new RegExp(`^(?:${pattern.source})$`, 'u').test(part))) expect(signs.some((sign) => word.includes(sign)), word).toBe(true);
  });
});
