import { execFile, fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import { Methods, type EntitiesResult, type StatusParams } from '../../../src/protocol';

// Inside the project, so that the bundles find its data, and out of the way of dist.
const out = join(process.cwd(), 'node_modules', '.cache', 'report-lens-test');
const cli = join(out, 'cli.js'), server = join(out, 'server.js');
const run = promisify(execFile);
const TEXT = '县长陆远强调，各乡镇要在6月底前完成全部水库检查。\n'.repeat(3000);

beforeAll(async () => {
  await build({
    entryPoints: { cli: 'src/cli/index.ts', server: 'src/server/index.ts' }, outdir: out, bundle: true, platform: 'node', format: 'cjs',
    mainFields: ['module', 'main'], external: ['nodejieba'], logLevel: 'error',
  });
});

describe('the command line as a program', () => {
  it('exits with 0, 1 and 2', async () => {
    expect((await run(process.execPath, [cli, '--version'])).stdout).toMatch(/^\d/u);
    await expect(run(process.execPath, [cli, 'repair', '/nowhere/at/all.txt'])).rejects.toMatchObject({ code: 1 });
    await expect(run(process.execPath, [cli, 'analyse'])).rejects.toMatchObject({ code: 2 });
  });

  it('writes all of a long output to a pipe', async () => {
    const child = spawn(process.execPath, [cli, 'repair', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(TEXT);
    let text = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) text += chunk as string;
    expect(text).toBe(TEXT);
  });

  it('takes a reader that closes the pipe for no failure', async () => {
    const child = spawn(process.execPath, [cli, 'repair', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(TEXT);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString(); });
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    expect(err).toBe('');
  });
});

describe('the server as a program', () => {
  it('serves over IPC without nodejieba, and says that it does', async () => {
    const child = fork(server, ['--node-ipc'], { env: { ...process.env, REPORT_LENS_NODEJIEBA: '/nowhere/nodejieba' }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    const status = new Promise<StatusParams>((resolve) => connection.onNotification(Methods.status, resolve));
    connection.listen();
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {}, initializationOptions: { locale: 'en', trustClient: true } });
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'file:///a.txt', languageId: 'plaintext', version: 1, text: TEXT.slice(0, 200) } });
    const { entities } = await connection.sendRequest<EntitiesResult>(Methods.entities, { textDocument: { uri: 'file:///a.txt' } });
    expect(Object.values(entities!).flat().length).toBeGreaterThan(0);
    expect(await status).toMatchObject({ segmenter: 'Intl.Segmenter', degraded: true, reason: expect.stringContaining('nodejieba') as string });
    await connection.sendRequest('shutdown');
    const exit = new Promise((resolve) => child.once('exit', resolve));
    await connection.sendNotification('exit');
    expect(await exit).toBe(0);
  });
});
