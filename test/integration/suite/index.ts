import * as fs from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';

/** What VS Code calls: runs all suites and leaves the counts in the file TEST_REPORT names. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 60_000, reporter: 'spec' });
  // Activation is tested first: it says what has not happened yet.
  const files = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js')).sort();
  for (const name of files) mocha.addFile(path.join(__dirname, name));
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => { resolve(runner.stats); });
  });
  if (process.env['TEST_REPORT']) fs.writeFileSync(process.env['TEST_REPORT'], JSON.stringify({ stats }));
  if (!stats || stats.failures > 0 || stats.passes === 0) throw new Error(`${stats?.failures ?? 0} failed, ${stats?.passes ?? 0} passed`);
}
