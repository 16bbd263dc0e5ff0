// What docs/clients.md quotes are the examples as they are run, each of them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clients, folder, names } from '../lib/examples.mjs';

const BLOCK = /^`examples\/(\S+)`:\n\n```js\n(.*?)^```$/gms;

const guide = readFileSync(join(folder, '..', 'clients.md'), 'utf8');
const quoted = new Map([...guide.matchAll(BLOCK)].map(([, name, code]) => [name, code]));

test('docs/clients.md quotes each example', () => {
  const files = clients.flatMap((of) => ['connect', ...names(of)].map((name) => `${of}/${name}.mjs`));
  assert.deepEqual([...quoted.keys()].sort(), [...files, 'tft.mjs'].sort());
});

for (const [name, code] of quoted) {
  test(`docs/clients.md quotes ${name} as it is`, () => {
    assert.equal(code, readFileSync(join(folder, name), 'utf8'));
  });
}

test('docs/clients.md quotes no other JavaScript', () => {
  const blocks = guide.match(/^```js$/gm).length;
  assert.equal(blocks, quoted.size);
});
