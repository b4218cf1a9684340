import { describe, expect, it } from 'vitest';
import { RULES, ruleText } from '../../../src/engine/rules';

describe('rule register', () => {
  it.each(RULES.map((r) => [r.name, r] as const))('%s fires on its example and leaves its counter-example alone', (_name, rule) => {
    expect(rule.matches(rule.example)).toBe(true);
    expect(rule.matches(rule.counterExample)).toBe(false);
  });
  it('names every rule once', () => {
    expect(new Set(RULES.map((r) => r.name)).size).toBe(RULES.length);
  });
  it('explains a rule in both languages', () => {
    expect(ruleText('inline.marker.yishi', 'zh-cn')).toContain('一是');
    expect(ruleText('requirement.modal', 'en')).toContain('sentence');
    expect(ruleText('unknown.rule', 'en')).toBe('unknown.rule');
  });
});
