// How a contract stands: node papi/contract-status.mjs [URL] [CONTRACT]
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url, contract = '1'] = process.argv.slice(2);
const { client, api } = connect(url);
const block = await finalized(client);

const status = await api.apis.GridApi.contract_status(BigInt(contract), block);
if (!status) {
  console.log(`There is no contract ${contract}, or it has ended.`);
} else {
  const { state: now, terms, tft_per_hour: perHour, unbilled, accrued } = status;
  // A part of a node, a whole one, or a name, which is on none.
  const node = terms.goods.value?.node ?? 'none';
  console.log(`Contract ${contract} on node ${node}: ${now.type}, ${tft(perHour)} an hour`);
  console.log(`${unbilled} s since the last bill cost ${tft(accrued)}`);
}

client.destroy();
