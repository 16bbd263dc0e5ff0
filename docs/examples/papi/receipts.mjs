// What nodes earned in a period: node papi/receipts.mjs [URL] [PERIOD]
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url, period = '0'] = process.argv.slice(2);
const { client, api } = connect(url);
const block = await finalized(client);

let receipts = 0;
for (let page = 0, pages = 1; page < pages; page += 1) {
  const answer = await api.apis.GridApi.receipts(Number(period), page, block);
  pages = answer.pages;
  for (const { node, uptime, registered, due, verdict } of answer.receipts) {
    console.log(`node ${node}: up ${uptime} s of ${registered} s, ${tft(due)} due, ${verdict.type}`);
    receipts += 1;
  }
}
console.log(`${receipts} receipts for period ${period}`);

client.destroy();
