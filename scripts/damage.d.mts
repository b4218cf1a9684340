/** What a page said before its bytes were damaged: half-width punctuation, traditional characters. */
export function truthOf(clean: string): string;
/** What became of it. */
export function damage(truth: string): string;
