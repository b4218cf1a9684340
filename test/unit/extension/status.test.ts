import { describe, expect, it } from 'vitest';
import { statusContent, type StatusFacts } from '../../../src/extension/status/content';

const t = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/gu, (_, i: string) => String(args[Number(i)]));
const text = (facts: Partial<StatusFacts>): string => statusContent({ state: 'running', status: undefined, directives: 8, failed: false, ...facts }, t).text;

describe('the status item', () => {
  it.each<[string, Partial<StatusFacts>, string]>([
    ['counts the directives', {}, '报告 · 8 directives'], ['counts one', { directives: 1 }, '报告 · 1 directive'],
    ['turns until the first outline is there', { directives: undefined }, '$(loading~spin) 报告'],
    ['turns while the server starts', { state: 'starting' }, '$(loading~spin) 报告 · 8 directives'],
    ['stands still when the text could not be read', { directives: undefined, failed: true }, '$(warning) 报告'],
    ['says when the server is stopped', { state: 'stopped', failed: true }, '$(error) 报告 · stopped'],
    ['says what is missing', { status: { segmenter: 'x', degraded: true } }, '$(warning) 报告 · 8 directives'],
  ])('%s', (_, facts, expected) => expect(text(facts)).toBe(expected));
});
