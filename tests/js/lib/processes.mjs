// Starts and stops the real programs. Nothing that was started here outlives this process, and no file that it
// made is left behind.

import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const binaries = process.env.GRIDCHAIN_BIN_DIR ?? join(target, 'release');

function binary(name) {
  const path = join(binaries, name);
  if (!existsSync(path)) {
    const way = 'run `cargo build --release --workspace`, or name its folder in GRIDCHAIN_BIN_DIR';
    throw new Error(`${path} is missing: ${way}`);
  }
  return path;
}

const running = new Set();
const folders = new Set();

process.on('exit', () => {
  running.forEach((child) => child.kill('SIGKILL'));
  // A program that was just killed may still have a file open.
  folders.forEach((path) => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
});
for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
  process.on(signal, () => process.exit(code));
}

// A folder for one run. It goes with this process.
export function workspace() {
  const path = mkdtempSync(join(tmpdir(), 'gridchain-'));
  folders.add(path);
  return path;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// A program that writes its log to a file.
class Program {
  constructor(name, folder, log) {
    this.name = name;
    this.folder = folder;
    this.log = join(folder, log);
  }

  run(args) {
    const log = openSync(this.log, 'a');
    // In a group of its own: Ctrl-C reaches this process first, which then stops the program itself.
    this.child = spawn(binary(this.name), args, { stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    running.add(this.child);
    this.ended = new Promise((resolve, reject) => {
      this.child.on('error', reject);
      this.child.on('exit', (code, signal) => {
        running.delete(this.child);
        resolve({ code, signal });
      });
    });
  }

  get alive() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  // Waits for `promise`, but not beyond the end of the program.
  orEnd(promise) {
    const ended = this.ended.then(({ code, signal }) => {
      throw new Error(`${this.name} has ended by itself, with ${signal ?? `code ${code}`}`);
    });
    return Promise.race([promise, ended]);
  }

  // Asks the program to stop and tells how it ended.
  async stop(signal = 'SIGTERM') {
    if (this.alive) this.child.kill(signal);
    return this.ended;
  }

  // The last lines of its log.
  tail(lines = 15) {
    const text = existsSync(this.log) ? readFileSync(this.log, 'utf8') : '';
    return text.trimEnd().split('\n').slice(-lines).join('\n');
  }
}

// A development chain with one validator.
export class Chain extends Program {
  constructor(folder) {
    super('gridchain', folder, 'chain.log');
  }

  async start() {
    const [rpc, network] = [await freePort(), await freePort()];
    this.url = `ws://127.0.0.1:${rpc}`;
    this.run([
      '--dev', '--base-path', join(this.folder, 'chain'), '--rpc-port', String(rpc), '--port', String(network),
      '--no-prometheus', '--no-telemetry', '--no-mdns',
    ]);
    return this;
  }
}

// The daemon of a node, which signs with a development key and joins one farm.
export class Daemon extends Program {
  // What the daemon sees of this computer.
  static hardware() {
    return JSON.parse(execFileSync(binary('gridchain-daemon'), ['hardware', '--json'], { encoding: 'utf8' }));
  }

  constructor(folder, url, uri, farm, options = [], country = 'BE') {
    super('gridchain-daemon', folder, 'daemon.log');
    this.args = [
      'run', '--url', url, '--dev-uri', uri, '--state-dir', join(folder, 'daemon'), '--farm', String(farm),
      '--country', country, '--metrics', 'off', ...options,
    ];
  }

  start() {
    this.run(this.args);
    return this;
  }
}
