import { DIRECTIVE_RULES } from './directives';
import { STRUCTURE_RULES, type Rule } from './structure';

/** The register of all rules that make nodes. */
export const RULES: readonly Rule[] = [...STRUCTURE_RULES, ...DIRECTIVE_RULES];
const BY_NAME = new Map(RULES.map((rule) => [rule.name, rule]));

/**
 * What a rule means, in the reader's language (`zh…` or English); its name where the register does not know it. A marker inside a
 * paragraph (`inline.marker.…`) is explained by its family.
 */
export function ruleText(name: string, locale: string): string {
  const rule = BY_NAME.get(name.replace(/^inline\./u, ''));
  if (!rule) return name;
  return locale.toLowerCase().startsWith('zh') ? rule.zh : rule.en;
}
