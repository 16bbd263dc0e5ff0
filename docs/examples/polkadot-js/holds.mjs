// All that is held of an account, and why: node polkadot-js/holds.mjs URL ADDRESS
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url, address] = process.argv.slice(2);
const api = await connect(url);
const state = await finalized(api);

// A pallet's reason, or what the SDK reserves without one.
const name = (cause) => (cause.isHold ? `${cause.asHold.type}.${cause.asHold.value.type}` : 'no reason');

for (let next = null, first = true; first || next; first = false) {
  const page = await state.call.gridApi.holds(address, next);
  if (first) {
    console.log(`${tft(page.held)} held, ${tft(page.spendable)} to spend`);
    for (const { cause, amount } of page.sums) console.log(`${name(cause)}: ${tft(amount)}`);
  }
  for (const { cause, thing, amount } of page.lines) {
    const what = thing.isSome ? `${thing.unwrap().type} ${thing.unwrap().value}` : 'the account';
    console.log(`- ${name(cause)} for ${what}: ${tft(amount)}`);
  }
  next = page.next.unwrapOr(null);
}

await api.disconnect();
