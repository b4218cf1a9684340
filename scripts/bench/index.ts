// as server and command line tool do
import '../../src/node/v8-flags';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { inOwnProcess, serve } from './child';
import { measureEngine, measureServer } from './hostile';
import { PARTS } from './parts';
import { printGates, printGoals, printTable } from './print';
import { meets, passes, type PartResult } from './result';
import { measureOnce } from './throughput';

/** What a process that the benchmark started does with the rest of its arguments, and what it sends back. */
const WORKERS: Readonly<Record<string, (root: string, send: (result: unknown) => void, ...args: string[]) => Promise<void>>> = {
  part: async (root, send, name = '') => { send(await PARTS[name]!.run(root)); },
  cold: async (root, send, reader = '', size = '') => { send(await measureOnce(root, reader, size)); },
  'hostile-engine': (root, send, first) => measureEngine(root, Number(first), send),
  'hostile-server': (root, send, first, ...lengths) => measureServer(root, Number(first), lengths.map(Number), send),
};

/** The whole ends within ten minutes. */
const LIMIT_MS = 590_000;

interface Outcome { seconds: number; result?: PartResult; error?: string }

/** Runs the parts one after the other, each in its own process, prints what they found and says in the exit code whether all gates hold. */
async function main(root: string, names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    console.error(`unknown part: ${unknown.join(', ')}; there are ${Object.entries(PARTS).map(([name, { about }]) => `\n  ${name}: ${about}`).join('')}`);
    process.exitCode = 2;
    return;
  }
  const outcomes: Record<string, Outcome> = {};
  const end = performance.now() + LIMIT_MS;
  for (const name of names.length > 0 ? names : Object.keys(PARTS)) {
    outcomes[name] = await runPart(name, end - performance.now());
    printOutcome(name, outcomes[name]);
  }
  conclude(root, outcomes);
}

/** Runs a part; it is ended when it takes too long, or the whole would. */
async function runPart(name: string, left: number): Promise<Outcome> {
  if (left <= 0) return { error: 'no time was left', seconds: 0 };
  const from = performance.now(), seconds = (): number => Math.round((performance.now() - from) / 1000);
  try {
    const result = await inOwnProcess<PartResult>(['part', name], Math.min(left, PARTS[name]!.limit));
    return { result, seconds: seconds() };
  } catch (error) {
    return { error: String(error), seconds: seconds() };
  }
}

function printOutcome(name: string, { result, error, seconds }: Outcome): void {
  console.log(`\n━━━ ${name}: ${PARTS[name]!.about} (${seconds} s)`);
  if (error !== undefined) console.log(`\n✗ ${error}`);
  for (const table of result?.tables ?? []) console.log(printTable(table));
  for (const note of result?.notes ?? []) console.log(`\n${note}`);
}

function conclude(root: string, outcomes: Record<string, Outcome>): void {
  const results = Object.values(outcomes).flatMap(({ result }) => result ?? []), gates = results.flatMap((r) => r.gates), goals = results.flatMap((r) => r.goals);
  console.log('\n━━━ summary');
  if (goals.length > 0) console.log(printGoals(goals));
  if (gates.length > 0) console.log(printGates(gates));
  const failed = [...gates.filter((gate) => !passes(gate)).map(({ name }) => name), ...Object.entries(outcomes).flatMap(([name, { error }]) => (error === undefined ? [] : [`${name}: ${error}`]))];
  for (const name of failed) console.log(`\n✗ ${name}`);
  console.log(`\n${gates.length - gates.filter((gate) => !passes(gate)).length} of ${gates.length} gates hold, ${goals.filter(meets).length} of ${goals.length} goals are met`);
  mkdirSync(path.join(root, 'test-results'), { recursive: true });
  writeFileSync(path.join(root, 'test-results/bench.json'), JSON.stringify({
    node: process.version, platform: `${process.platform} ${process.arch}`, processor: cpus()[0]?.model, cores: cpus().length, at: new Date().toISOString(), parts: outcomes, failed,
  }, undefined, 2));
  process.exitCode = failed.length > 0 ? 1 : 0;
}

const [first, ...rest] = process.argv.slice(2), worker = first === undefined ? undefined : WORKERS[first];
if (worker && process.send) serve((send) => worker(process.cwd(), send, ...rest));
else void main(process.cwd(), process.argv.slice(2));
