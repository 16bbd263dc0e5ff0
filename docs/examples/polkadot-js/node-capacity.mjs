// What a node has left to sell: node polkadot-js/node-capacity.mjs [URL] [NODE]
import { connect, finalized } from './connect.mjs';

const [url, node = '1'] = process.argv.slice(2);
const api = await connect(url);
const state = await finalized(api);

const answer = await state.call.gridApi.nodeCapacity(node);
if (answer.isNone) {
  console.log(`There is no node ${node}.`);
} else {
  const { farm, free, live, rentable } = answer.unwrap();
  console.log(`Node ${node} of farm ${farm}: ${free.cores} cores, ${free.memoryMib} MiB of memory free`);
  console.log(`live: ${live.isTrue}, can be rented as a whole: ${rentable.isTrue}`);
}

await api.disconnect();
