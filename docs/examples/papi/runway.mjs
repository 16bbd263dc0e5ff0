// When an account's money ends: node papi/runway.mjs URL ADDRESS [TFT TO ADD]
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url, address, topUp = '0'] = process.argv.slice(2);
const { client, api } = connect(url);
const block = await finalized(client);

const runway = await api.apis.GridApi.runway(address, BigInt(topUp) * 10_000_000n, block);
if (!runway) {
  console.log('The account has no twin, or there is no price of the TFT yet.');
} else {
  const { windows, tft_per_day: perDay, spendable, lasts, first_suspension: suspension } = runway;
  console.log(`${windows} contracts cost ${tft(perDay)} a day; ${tft(spendable)} can be spent`);
  if (suspension) {
    const { earliest, latest } = suspension;
    const [from, to] = [earliest, latest].map((time) => new Date(Number(time) * 1000).toISOString());
    console.log(`That lasts ${lasts} s; the first contract is suspended between ${from} and ${to}`);
  }
}

client.destroy();
