import { afterEach, describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver/node';
import { render } from '../../../src/server/features/hover-text';
import { connect, type TestClient } from './client';

const NASTY = ['[x](command:workbench.action.quit)', '<img src=x onerror=alert(1)>', '![](http://a.b/c.png)', '`code`', '**bold**', '# head', '$(alert)', 'http://a.b', '&lt;b&gt;', '| a | b |', 'a\n\n---\n\nb'];
/** What is left of a Markdown text when everything that a backslash makes harmless is taken out. */
const alive = (markdown: string): string => markdown.replace(/\\[!-/:-@[-`{-~]/gu, '');

let client: TestClient | undefined;
afterEach(async () => { await client?.stop(); client = undefined; });

describe('what a hover renders', () => {
  it.each(NASTY)('shows %j as text', (text) => {
    const { value } = render([{ head: text, kind: text, lines: [text, text], foot: text }], true);
    const left = alive(value).replace(/^\*\*[^*]*\*\*/u, '').replace(/_[^_]*_$/u, '');
    expect(left).not.toMatch(/[<>[\]`*_|$&]|:\/|^ *[#-]/mu);
  });

  it('has no mark-up in plain text', () => {
    expect(render([{ head: 'a*b', kind: 'k', lines: ['x\ny'], foot: 'f' }], false)).toEqual({ kind: 'plaintext', value: 'a*b · k\nx y\nf' });
  });
});

describe('hovers over a hostile text', () => {
  const uri = 'file:///reports/hostile.txt';
  const text = `市长李秋明强调，[点击](command:x)<b>云</b>要在6月底前抓好“**两在**<img src=x>建功”行动。\n李秋明指出，《关于\`做好\`[工作](http://a.b)的通知》要落实。一是<script>要做好。二是$(bug)要抓实。`;

  it('never let a character of the text act', async () => {
    client = await connect();
    await client.open(uri, text);
    let seen = 0;
    for (const [line, content] of text.split('\n').entries()) {
      for (let character = 0; character < content.length; character++) {
        const hover = await client.ask<Hover | null>('textDocument/hover', { textDocument: { uri }, position: { line, character } });
        if (!hover) continue;
        seen++;
        expect(alive((hover.contents as { value: string }).value)).not.toMatch(/[<>[\]`$]|:\//u);
      }
    }
    expect(seen).toBeGreaterThan(5);
  });
});
