// The examples of docs/clients.md, run as a reader would run them.

import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sleep } from './client.mjs';
import { tft } from './numbers.mjs';
import { root } from './processes.mjs';

const run = promisify(execFile);

export const folder = join(root, 'docs', 'examples');
export const clients = ['polkadot-js', 'papi'];

// The examples of a client, without what they share.
export function names(of) {
  const files = readdirSync(join(folder, of)).filter((name) => name !== 'connect.mjs');
  return files.map((name) => name.replace(/\.mjs$/, '')).sort();
}

// TFT as the examples print it: without separators.
export const plain = (amount) => `${tft(amount).replace(/,/g, '')} TFT`;

// Makes papi's types from the wasm that the chain at `client` runs, as `papi add --wasm` does for anybody.
export async function describe(client, workspace) {
  const wasm = join(workspace, 'runtime.wasm');
  const code = await client.rpc('state_getStorage', '0x3a636f6465');
  writeFileSync(wasm, Buffer.from(code.slice(2), 'hex'));
  await run(join(folder, 'node_modules', '.bin', 'papi'), ['add', 'gridchain', '--wasm', wasm], { cwd: folder });
}

// What an example prints, line by line.
async function printed(of, name, args) {
  const { stdout } = await run(process.execPath, [join(of, `${name}.mjs`), ...args], { cwd: folder, timeout: 60_000 });
  return stdout.trimEnd().split('\n');
}

// What both clients print. They may have asked different blocks: then they are run again.
export async function agreed(name, ...args) {
  const answers = () => Promise.all(clients.map((of) => printed(of, name, args)));
  for (let tries = 0; tries < 10; tries += 1) {
    const [one, other] = await answers();
    if (one.join('\n') === other.join('\n')) return one;
    await sleep(1_000);
  }
  const told = (await answers()).map((lines, index) => `with ${clients[index]}:\n${lines.join('\n')}`);
  throw new Error(`${name} prints ${told.join('\nand ')}`);
}
