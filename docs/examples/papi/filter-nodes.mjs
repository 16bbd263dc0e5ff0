// Nodes by each field of the filter: node papi/filter-nodes.mjs [URL] [FARM] [COUNTRY] [WANTED] [GPUS]
import { Binary, Enum } from 'polkadot-api';
import { connect, finalized } from './connect.mjs';

const [url, farm = '1', country = 'BE', wanted = 'Contract', gpus = '0'] = process.argv.slice(2);
const { client, api } = connect(url);
const block = await finalized(client);

const filter = {
  wanted: Enum(wanted),
  farm: Number(farm),
  country: Binary.toHex(Binary.fromText(country)),
  certification: Enum('NotCertified'),
  farm_certification: Enum('NotCertified'),
  free: { cores: 2, memory_mib: 2048n, ssd_mib: 0n, hdd_mib: 0n, gpus: Number(gpus) },
  free_ips: 0,
};
for (let page = 0, pages = 1; page < pages; page += 1) {
  const answer = await api.apis.GridApi.find_nodes(filter, page, block);
  pages = answer.pages;
  for (const { node, farm: { farm: of, certification }, capacity } of answer.nodes) {
    console.log(`node ${node} of farm ${of} (${certification.type}): ${capacity.free.gpus} graphics processors free`);
  }
}

client.destroy();
