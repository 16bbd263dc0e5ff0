// How a contract stands: node polkadot-js/contract-status.mjs [URL] [CONTRACT]
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url, contract = '1'] = process.argv.slice(2);
const api = await connect(url);
const state = await finalized(api);

const answer = await state.call.gridApi.contractStatus(contract);
if (answer.isNone) {
  console.log(`There is no contract ${contract}, or it has ended.`);
} else {
  const { state: now, terms, tftPerHour, unbilled, accrued } = answer.unwrap();
  // A part of a node, a whole one, or a name, which is on none.
  const node = terms.goods.value?.node ?? 'none';
  console.log(`Contract ${contract} on node ${node}: ${now.type}, ${tft(tftPerHour)} an hour`);
  console.log(`${unbilled} s since the last bill cost ${tft(accrued)}`);
}

await api.disconnect();
