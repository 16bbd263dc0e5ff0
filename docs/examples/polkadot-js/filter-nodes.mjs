// Nodes by each field of the filter: node polkadot-js/filter-nodes.mjs [URL] [FIELD=VALUE]..
// The fields: wanted, farm, country, certification, farmCertification, freeIps, and those of what is to be free:
// cores, memoryMib, ssdMib, hddMib, gpus.
import { connect, finalized } from './connect.mjs';

const [url, ...fields] = process.argv.slice(2);
const asked = Object.fromEntries(fields.map((field) => field.split('=')));
const api = await connect(url);
const state = await finalized(api);

// What is undefined is not asked for.
const { wanted, farm, country, certification, farmCertification, freeIps, ...least } = asked;
const filter = { wanted, farm, country, certification, farmCertification, free: least, freeIps };
for (let page = 0, pages = 1; page < pages; page += 1) {
  const answer = await state.call.gridApi.findNodes(filter, page);
  pages = answer.pages.toNumber();
  for (const { node, farm: home, capacity: { certified, free } } of answer.nodes) {
    console.log(`node ${node}, certified: ${certified.isTrue}, of farm ${home.farm}, ${home.certification.type}`);
    console.log(`- free: ${free.cores} cores, ${free.gpus} graphics processors, ${home.freeIps} public IPs`);
  }
}

await api.disconnect();
