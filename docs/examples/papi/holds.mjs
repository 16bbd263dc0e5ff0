// All that is held of an account, and why: node papi/holds.mjs URL ADDRESS
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url, address] = process.argv.slice(2);
const { client, api } = connect(url);
const block = await finalized(client);

// A pallet's reason, or what the SDK reserves without one.
const name = ({ type, value }) => (type === 'Hold' ? `${value.type}.${value.value.type}` : 'no reason');

for (let next, first = true; first || next; first = false) {
  const page = await api.apis.GridApi.holds(address, next, block);
  if (first) {
    console.log(`${tft(page.held)} held, ${tft(page.spendable)} to spend`);
    for (const { cause, amount } of page.sums) console.log(`${name(cause)}: ${tft(amount)}`);
  }
  for (const { cause, thing, amount } of page.lines) {
    const what = thing ? `${thing.type} ${thing.value}` : 'the account';
    console.log(`- ${name(cause)} for ${what}: ${tft(amount)}`);
  }
  next = page.next;
}

client.destroy();
