// What contracts cost before they are signed: node polkadot-js/quote.mjs [URL] [NODE] [ADDRESS OF WHO WOULD SIGN]
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url, node = '1', payer = null] = process.argv.slice(2);
const api = await connect(url);
const state = await finalized(api);

const resources = { cores: 2, memoryMib: 2 * 1024, ssdMib: 15 * 1024, hddMib: 0, gpus: 0 };
const requests = {
  'A workload with a public IP': { Workload: { node, resources, publicIps: 1, trafficLimit: 10n ** 9n } },
  'The whole node': { Rent: { node } },
  'A name': 'Name',
};
for (const [what, request] of Object.entries(requests)) {
  const answer = await state.call.gridApi.quote(request, payer);
  if (answer.isErr) {
    console.log(`${what}: ${answer.asErr.type}`);
  } else {
    const { tftPerHour, reserve, discount } = answer.asOk;
    console.log(`${what}: ${tft(tftPerHour)} an hour after ${discount} % discount, ${tft(reserve)} held for a window`);
  }
}

// 0.01 USD an hour, and up to 0.02 USD an hour for what is metered: in nano-dollars.
const service = await state.call.gridApi.quoteService(10_000_000n, 20_000_000n);
console.log(`A service: ${tft(service.asOk.tftPerHour)} an hour at most`);

await api.disconnect();
