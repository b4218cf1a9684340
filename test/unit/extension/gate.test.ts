import { describe, expect, it } from 'vitest';
import { Gate } from '../../../src/extension/client/gate';

const about = (uri: string, version = 1): unknown => ({ textDocument: { uri, version } });

describe('gate', () => {
  const reports = new Set(['file:///report.txt']);
  const make = (): Gate => new Gate((uri) => reports.has(uri));

  it('lets no message about another text pass', () => {
    const gate = make();
    for (const method of ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didSave', 'textDocument/didClose']) {
      expect(gate.passesNotification(method, about('file:///diary.txt', 2))).toBe(false);
    }
    expect(gate.passesRequest(about('file:///diary.txt'))).toBe(false);
  });

  it('lets a report be opened once, changed and closed once', () => {
    const gate = make(), uri = 'file:///report.txt';
    expect(gate.passesNotification('textDocument/didOpen', about(uri, 3))).toBe(true);
    expect(gate.passesNotification('textDocument/didOpen', about(uri, 3))).toBe(false);
    expect(gate.passesRequest(about(uri))).toBe(true);
    expect(gate.passesNotification('textDocument/didChange', about(uri, 4))).toBe(true);
    expect(gate.passesNotification('textDocument/didClose', about(uri))).toBe(true);
    expect(gate.passesNotification('textDocument/didClose', about(uri))).toBe(false);
    expect(gate.passesRequest(about(uri))).toBe(false);
  });

  it('drops a change that the text sent late has in it already', () => {
    const gate = make(), uri = 'file:///report.txt';
    gate.passesNotification('textDocument/didOpen', about(uri, 7));
    expect(gate.passesNotification('textDocument/didChange', about(uri, 7))).toBe(false);
    expect(gate.passesNotification('textDocument/didChange', about(uri, 8))).toBe(true);
  });

  it('forgets everything for a new server', () => {
    const gate = make(), uri = 'file:///report.txt';
    gate.passesNotification('textDocument/didOpen', about(uri));
    gate.reset();
    expect(gate.holds(uri)).toBe(false);
    expect(gate.passesNotification('textDocument/didOpen', about(uri))).toBe(true);
  });

  it('does not touch messages that are about no document', () => {
    const gate = make();
    expect(gate.passesRequest({ query: '河长' })).toBe(true);
    expect(gate.passesRequest(undefined)).toBe(true);
    expect(gate.passesNotification('initialized', {})).toBe(true);
  });
});
