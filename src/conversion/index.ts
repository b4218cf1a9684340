import { Converter as toTraditionalConverter } from 'opencc-js/cn2t';
import { Converter as toSimplifiedConverter } from 'opencc-js/t2cn';
import { fold } from '../engine/text/fold';

export type Script = 'asIs' | 'simplified' | 'traditional';

/** How a text is to be shown or written. */
export interface Conversion {
  script: Script;
  /** `, : ; ! ? ( )` beside Han characters become full-width (GB/T 15834) */
  fullWidth: boolean;
}

const converters: Partial<Record<Script, (text: string) => string>> = {};

/** Converts a text's characters, by OpenCC's dictionaries, and its punctuation. Loads the dictionaries at the first use. */
export function convert(text: string, { script, fullWidth }: Conversion): string {
  const written = script === 'asIs' ? text : converterTo(script)(text);
  return fullWidth ? fullWidthPunctuation(written) : written;
}

function converterTo(script: 'simplified' | 'traditional'): (text: string) => string {
  return (converters[script] ??= script === 'simplified' ? toSimplifiedConverter({ from: 't', to: 'cn' }) : toTraditionalConverter({ from: 'cn', to: 't' }));
}

function fullWidthPunctuation(text: string): string {
  const folded = fold(text);
  return text.replace(/[,:;!?()]/gu, (mark, at: number) => folded[at] ?? mark);
}
