/** What a rule means, in the reader's language; its name where no more is known. */
export function ruleText(rule: string): string {
  return rule;
}
