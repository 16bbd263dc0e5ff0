// Nodes by each field of the filter: node papi/filter-nodes.mjs [URL] [FIELD=VALUE]..
// The fields: wanted, farm, country, certification, farmCertification, freeIps, and those of what is to be free:
// cores, memoryMib, ssdMib, hddMib, gpus.
import { Binary, Enum } from 'polkadot-api';
import { connect, finalized } from './connect.mjs';

const [url, ...fields] = process.argv.slice(2);
const asked = Object.fromEntries(fields.map((field) => field.split('=')));
const { client, api } = connect(url);
const block = await finalized(client);

// What is undefined is not asked for, but `free` has to say each part.
const { wanted = 'Contract', farm, country, certification, farmCertification, freeIps, ...least } = asked;
const { cores = 0, memoryMib = 0, ssdMib = 0, hddMib = 0, gpus = 0 } = least;
const filter = {
  wanted: Enum(wanted),
  farm: farm && Number(farm),
  country: country && Binary.toHex(Binary.fromText(country)),
  certification: certification && Enum(certification),
  farm_certification: farmCertification && Enum(farmCertification),
  free: {
    cores: Number(cores),
    memory_mib: BigInt(memoryMib),
    ssd_mib: BigInt(ssdMib),
    hdd_mib: BigInt(hddMib),
    gpus: Number(gpus),
  },
  free_ips: freeIps && Number(freeIps),
};
for (let page = 0, pages = 1; page < pages; page += 1) {
  const answer = await api.apis.GridApi.find_nodes(filter, page, block);
  pages = answer.pages;
  for (const { node, farm: home, capacity: { certified, free } } of answer.nodes) {
    console.log(`node ${node}, certified: ${certified}, of farm ${home.farm}, ${home.certification.type}`);
    console.log(`- free: ${free.cores} cores, ${free.gpus} graphics processors, ${home.free_ips} public IPs`);
  }
}

client.destroy();
