// What contracts cost before they are signed: node papi/quote.mjs [URL] [NODE] [ADDRESS OF WHO WOULD SIGN]
import { Enum } from 'polkadot-api';
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url, node = '1', payer] = process.argv.slice(2);
const { client, api } = connect(url);
const block = await finalized(client);

const [gigabyte, on] = [10n ** 9n, Number(node)];
const resources = { cores: 2, memory_mib: 2n * 1024n, ssd_mib: 15n * 1024n, hdd_mib: 0n, gpus: 0 };
const requests = {
  'A workload with a public IP': Enum('Workload', { node: on, resources, public_ips: 1, traffic_limit: gigabyte }),
  'The whole node': Enum('Rent', { node: on }),
  'A name': Enum('Name'),
};
for (const [what, request] of Object.entries(requests)) {
  const { success, value } = await api.apis.GridApi.quote(request, payer, block);
  if (!success) {
    console.log(`${what}: ${value.type}`);
  } else {
    const { tft_per_hour: perHour, reserve, discount } = value;
    console.log(`${what}: ${tft(perHour)} an hour after ${discount} % discount, ${tft(reserve)} held for a window`);
  }
}

// 0.01 USD an hour, and up to 0.02 USD an hour for what is metered: in nano-dollars.
const service = await api.apis.GridApi.quote_service(10_000_000n, 20_000_000n, block);
console.log(`A service: ${tft(service.value.tft_per_hour)} an hour at most`);

client.destroy();
