// What a node has left to sell: node papi/node-capacity.mjs [URL] [NODE]
import { connect, finalized } from './connect.mjs';

const [url, node = '1'] = process.argv.slice(2);
const { client, api } = connect(url);
const block = await finalized(client);

const capacity = await api.apis.GridApi.node_capacity(Number(node), block);
if (!capacity) {
  console.log(`There is no node ${node}.`);
} else {
  const { farm, free, live, rentable } = capacity;
  console.log(`Node ${node} of farm ${farm}: ${free.cores} cores, ${free.memory_mib} MiB of memory free`);
  console.log(`live: ${live}, can be rented as a whole: ${rentable}`);
}

client.destroy();
