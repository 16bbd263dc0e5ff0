import { createClient } from 'polkadot-api';
import { getWsProvider } from 'polkadot-api/ws';
// What `papi add` makes. In a project of its own it is '@polkadot-api/descriptors'.
import { gridchain } from '../.papi/descriptors/dist/index.js';

// Node.js before 22 has no WebSocket of its own.
globalThis.WebSocket ??= (await import('ws')).WebSocket;

// The chain at `url`. The types are those of the wasm that the descriptors were made from.
export function connect(url = 'ws://127.0.0.1:9944') {
  const client = createClient(getWsProvider(url));
  return { client, api: client.getTypedApi(gridchain) };
}

// The last finalized block: all that is asked at it is of one moment.
export async function finalized(client) {
  return { at: (await client.getFinalizedBlock()).hash };
}
