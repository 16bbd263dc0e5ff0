// Nodes with 2 free cores and 2 GB of memory: node papi/find-nodes.mjs [URL] [COUNTRY]
import { Binary, Enum } from 'polkadot-api';
import { connect, finalized } from './connect.mjs';

const [url, country] = process.argv.slice(2);
const { client, api } = connect(url);
const block = await finalized(client);

// What is left out is not asked for.
const filter = {
  wanted: Enum('Contract'),
  country: country && Binary.toHex(Binary.fromText(country)),
  free: { cores: 2, memory_mib: 2048n, ssd_mib: 0n, hdd_mib: 0n, gpus: 0 },
};
for (let page = 0, pages = 1; page < pages; page += 1) {
  const answer = await api.apis.GridApi.find_nodes(filter, page, block);
  pages = answer.pages;
  for (const { node, farm, country: place, city, capacity } of answer.nodes) {
    const where = [Binary.toText(city), Binary.toText(Binary.fromHex(place))].filter(Boolean).join(', ');
    console.log(`node ${node} in ${where}: ${capacity.free.cores} cores, ${farm.free_ips} public IPs free`);
  }
}

client.destroy();
