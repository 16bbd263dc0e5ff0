// Nodes by each field of the filter: node polkadot-js/filter-nodes.mjs [URL] [FARM] [COUNTRY] [WANTED] [GPUS]
import { connect, finalized } from './connect.mjs';

const [url, farm = '1', country = 'BE', wanted = 'Contract', gpus = '0'] = process.argv.slice(2);
const api = await connect(url);
const state = await finalized(api);

const filter = {
  wanted,
  farm,
  country,
  certification: 'NotCertified',
  farmCertification: 'NotCertified',
  free: { cores: 2, memoryMib: 2048, ssdMib: 0, hddMib: 0, gpus },
  freeIps: 0,
};
for (let page = 0, pages = 1; page < pages; page += 1) {
  const answer = await state.call.gridApi.findNodes(filter, page);
  pages = answer.pages.toNumber();
  for (const { node, farm: { farm: of, certification }, capacity } of answer.nodes) {
    console.log(`node ${node} of farm ${of} (${certification.type}): ${capacity.free.gpus} graphics processors free`);
  }
}

await api.disconnect();
