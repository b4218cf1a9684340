import { OutlineModel } from '../../../src/extension/outline/model';
import type { DirectiveItem, LineShift, OutlineItem, OutlineResult, OutlineStep, Stretch } from '../../../src/protocol';

const lines = (from: number, to: number): Stretch => [from, 0, to, 0];
const ABOUT = { version: 1, isReport: true, confidence: 1, genre: 'inspection', repairCount: 0, directiveCount: 2, stamp: 1 } as const;

/** A node of an outline on some lines. */
export function node(kind: OutlineItem['kind'], label: string, [from, to]: [number, number], more: Partial<OutlineItem> = {}): OutlineItem {
  return { kind, label, range: lines(from, to), labelRange: lines(from, from), ...more };
}

export const directive = (more: Partial<DirectiveItem> = {}): DirectiveItem => ({ issuer: '林溪', addressee: '各镇', force: 'must', ...more });

/** The outline that a server has sent as a whole. */
export function modelOf(outline: OutlineItem[]): OutlineModel {
  const model = new OutlineModel();
  model.apply({ ...ABOUT, outline: structuredClone(outline) });
  return model;
}

/** An answer that changes an outline. */
export const change = (steps: OutlineStep[], shifts: LineShift[] = []): OutlineResult => ({ ...ABOUT, change: { shifts, steps } });
