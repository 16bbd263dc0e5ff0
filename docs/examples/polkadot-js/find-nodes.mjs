// Nodes with 2 free cores and 2 GB of memory: node polkadot-js/find-nodes.mjs [URL] [COUNTRY]
import { connect, finalized } from './connect.mjs';

const [url, country] = process.argv.slice(2);
const api = await connect(url);
const state = await finalized(api);

// What is left out is not asked for. `wanted` is 'Contract' if it isn't said.
const filter = { country, free: { cores: 2, memoryMib: 2048 } };
for (let page = 0, pages = 1; page < pages; page += 1) {
  const answer = await state.call.gridApi.findNodes(filter, page);
  pages = answer.pages.toNumber();
  for (const { node, farm, country: place, city, capacity } of answer.nodes) {
    const where = [city.toUtf8(), place.toUtf8()].filter(Boolean).join(', ');
    console.log(`node ${node} in ${where}: ${capacity.free.cores} cores, ${farm.freeIps} public IPs free`);
  }
}

await api.disconnect();
