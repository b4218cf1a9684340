import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ReportDocument } from '../../../src/server/report-document';

const URI = 'file:///a.txt';

/** Short lines with every kind of end, and now and then one that is longer than a piece of the text. */
const written = fc.array(fc.constantFrom('甲', '乙丙', '\n', '\r', '\r\n', '\n\r', '丁'.repeat(40_000), ''), { maxLength: 8 }).map((parts) => parts.join(''));
const position = fc.record({ line: fc.integer({ min: -1, max: 12 }), character: fc.oneof(fc.integer({ min: -1, max: 6 }), fc.nat(130_000)) });
const change = fc.oneof({ weight: 8, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: written }) }, { weight: 1, arbitrary: fc.record({ text: written }) });

it('holds the text, lines and places that the same changes make elsewhere', () => {
  fc.assert(fc.property(written, fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), fc.array(position, { maxLength: 6 }), fc.array(fc.nat(200_000), { maxLength: 6 }), (text, versions, positions, offsets) => {
    const document = ReportDocument.create(URI, 'plaintext', 1, text);
    let other = TextDocument.create(URI, 'plaintext', 1, text);
    for (const [i, changes] of versions.entries()) {
      ReportDocument.update(document, changes, i + 2);
      // made anew for each change: what it keeps of lines is wrong once a range lay behind the text
      for (const one of changes) other = TextDocument.create(URI, 'plaintext', i + 2, TextDocument.update(other, [one], i + 2).getText());
    }
    const { uri, languageId, version, lineCount } = other, ends = document.content.length;
    expect(document).toMatchObject({ uri, languageId, version, lineCount });
    expect(document.getText() === other.getText() && document.content.toString() === other.getText()).toBe(true);
    for (const at of [...positions, { line: lineCount - 1, character: 9 }]) expect(document.offsetAt(at)).toBe(other.offsetAt(at));
    for (const at of [-1, ends - 1, ends, ends + 1, ...offsets.map((offset) => offset % 64), ...offsets]) expect(document.positionAt(at)).toEqual(other.positionAt(at));
    for (const at of positions) { const range = { start: { line: 0, character: 1 }, end: at }; if (at.line > 0) expect(document.getText(range) === other.getText(range)).toBe(true); }
  }), { numRuns: 400, seed: 1949 });
});
