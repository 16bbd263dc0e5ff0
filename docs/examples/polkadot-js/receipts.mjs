// What nodes earned in a period: node polkadot-js/receipts.mjs [URL] [PERIOD]
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url, period = '0'] = process.argv.slice(2);
const api = await connect(url);
const state = await finalized(api);

let receipts = 0;
for (let page = 0, pages = 1; page < pages; page += 1) {
  const answer = await state.call.gridApi.receipts(period, page);
  pages = answer.pages.toNumber();
  for (const { node, uptime, registered, due, verdict } of answer.receipts) {
    console.log(`node ${node}: up ${uptime} s of ${registered} s, ${tft(due)} due, ${verdict.type}`);
    receipts += 1;
  }
}
console.log(`${receipts} receipts for period ${period}`);

await api.disconnect();
