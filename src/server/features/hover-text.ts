import { MarkupKind, type MarkupContent } from 'vscode-languageserver/node';
import { escapeMarkdown } from '../../ledger';

/** A block of a hover: a head with its kind, and lines below. Everything in it is plain text; only the rendering below makes mark-up. */
export interface HoverBlock {
  head: string;
  kind?: string;
  lines: string[];
  /** a last, less important line, such as the rule */
  foot?: string;
}

/** Renders the blocks. Texts of a file and of the interface alike are escaped, so that nothing in them acts as Markdown, HTML or a command. */
export function render(blocks: readonly HoverBlock[], markdown: boolean): MarkupContent {
  return markdown
    ? { kind: MarkupKind.Markdown, value: blocks.map(toMarkdown).join('\n\n---\n\n') }
    : { kind: MarkupKind.PlainText, value: blocks.map(toPlainText).join('\n\n') };
}

function toMarkdown({ head, kind, lines, foot }: HoverBlock): string {
  const title = `**${escapeMarkdown(head)}**${kind ? ` · ${escapeMarkdown(kind)}` : ''}`;
  const body = lines.map(escapeMarkdown);
  return [title, body.join('  \n'), foot ? `_${escapeMarkdown(foot)}_` : ''].filter((p) => p).join('\n\n');
}

function toPlainText({ head, kind, lines, foot }: HoverBlock): string {
  return [kind ? `${head} · ${kind}` : head, ...lines, ...(foot ? [foot] : [])].map((l) => l.replace(/[\p{Cc}\s]+/gu, ' ')).join('\n');
}
