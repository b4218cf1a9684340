import { meets, passes, type Gate, type Goal, type Row, type Table } from './result';

/** A table as lines of text: texts to the left, numbers to the right. */
export function printTable({ title, columns, rows }: Table): string {
  const cells = rows.map((row) => columns.map(({ key, digits }) => cell(row, key, digits)));
  const widths = columns.map(({ head }, i) => Math.max(width(head), ...cells.map((line) => width(line[i]!))));
  const isNumber = columns.map(({ key }) => rows.some((row) => typeof row[key] === 'number'));
  const line = (values: readonly string[]): string => values.map((value, i) => pad(value, widths[i]!, isNumber[i]!)).join('  ').trimEnd();
  return [`\n${title}`, line(columns.map(({ head }) => head)), ...cells.map(line)].join('\n');
}

export function printGates(gates: readonly Gate[]): string {
  return printTable({
    title: 'gates: what must hold on any machine',
    columns: [{ key: 'sign', head: '' }, { key: 'name', head: 'gate' }, { key: 'shape', head: 'shape' }, { key: 'value', head: 'value', digits: 2 }, { key: 'limit', head: 'limit' }],
    rows: gates.map((gate) => ({ sign: passes(gate) ? '✓' : '✗', name: gate.name, shape: gate.shape, value: gate.value, limit: `${gate.bound === 'most' ? '≤' : '≥'} ${gate.limit}` })),
  });
}

export function printGoals(goals: readonly Goal[]): string {
  return printTable({
    title: 'goals: for orientation, they depend on the machine',
    columns: [{ key: 'sign', head: '' }, { key: 'name', head: 'goal' }, { key: 'value', head: 'value', digits: 1 }, { key: 'most', head: 'at most' }],
    rows: goals.map((goal) => ({ sign: meets(goal) ? '✓' : '✗', name: goal.name, value: goal.value, most: `${goal.most} ${goal.unit}` })),
  });
}

function cell(row: Row, key: string, digits: number | undefined): string {
  const value = row[key];
  if (typeof value !== 'number') return value ?? '';
  return Number.isFinite(value) ? value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }) : '–';
}

/** Columns of a terminal: a Chinese character has two. */
const width = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/gu)?.length ?? 0);
const pad = (text: string, to: number, right: boolean): string => (right ? ' '.repeat(Math.max(0, to - width(text))) + text : text + ' '.repeat(Math.max(0, to - width(text))));
