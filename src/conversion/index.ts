import { fold } from '../engine/text/fold';

export type Script = 'asIs' | 'simplified' | 'traditional';

/** How a text is to be shown or written. */
export interface Conversion {
  script: Script;
  /** `, : ; ! ? ( )` beside Han characters become full-width (GB/T 15834) */
  fullWidth: boolean;
}

const converters: Partial<Record<Script, Promise<(text: string) => string>>> = {};

/** Converts a text's characters, by OpenCC's dictionaries, and its punctuation. Loads the dictionaries at the first use. */
export async function convert(text: string, { script, fullWidth }: Conversion): Promise<string> {
  const written = script === 'asIs' ? text : (await (converters[script] ??= converterTo(script)))(text);
  return fullWidth ? fullWidthPunctuation(written) : written;
}

async function converterTo(script: 'simplified' | 'traditional'): Promise<(text: string) => string> {
  const { toSimplifiedConverter, toTraditionalConverter } = await import('./opencc');
  return script === 'simplified' ? toSimplifiedConverter({ from: 't', to: 'cn' }) : toTraditionalConverter({ from: 'cn', to: 't' });
}

function fullWidthPunctuation(text: string): string {
  const folded = fold(text);
  return text.replace(/[,:;!?()]/gu, (mark, at: number) => folded[at] ?? mark);
}
