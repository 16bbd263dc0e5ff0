// When an account's money ends: node polkadot-js/runway.mjs URL ADDRESS [TFT TO ADD]
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url, address, topUp = '0'] = process.argv.slice(2);
const api = await connect(url);
const state = await finalized(api);

const answer = await state.call.gridApi.runway(address, BigInt(topUp) * 10_000_000n);
if (answer.isNone) {
  console.log('The account has no twin, or there is no price of the TFT yet.');
} else {
  const { windows, tftPerDay, spendable, lasts, firstSuspension } = answer.unwrap();
  console.log(`${windows} contracts cost ${tft(tftPerDay)} a day; ${tft(spendable)} can be spent`);
  if (firstSuspension.isSome) {
    const { earliest, latest } = firstSuspension.unwrap();
    const [from, to] = [earliest, latest].map((time) => new Date(time.toNumber() * 1000).toISOString());
    console.log(`That lasts ${lasts.unwrap()} s; the first contract is suspended between ${from} and ${to}`);
  }
}

await api.disconnect();
