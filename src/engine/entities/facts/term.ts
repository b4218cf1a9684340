import type { Terms } from '../gazetteers/terms';
import { withoutTermHead } from '../linking/titled';

/** The facts of a term by the glossary: `definition`, `definitionEn`, `expansion`, `originYear`, `originOccasion`, `source`. */
export function termFacts(wordings: readonly string[], terms: Terms): Record<string, string> {
  const term = wordings.map((w) => terms.find(w)).find((t) => t) ?? wordings.map((w) => terms.find(withoutTermHead(w))).find((t) => t);
  if (!term) return {};
  const { definition, definitionEn, expansion, origin, source } = term;
  return {
    definition, source, ...(definitionEn !== undefined && { definitionEn }), ...(expansion && { expansion: expansion.join('；') }),
    ...(origin?.year !== undefined && { originYear: String(origin.year) }), ...(origin?.occasion !== undefined && { originOccasion: origin.occasion }),
  };
}
