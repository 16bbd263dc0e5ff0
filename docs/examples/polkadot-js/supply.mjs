// How much TFT there is: node polkadot-js/supply.mjs [URL]
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url] = process.argv.slice(2);
const api = await connect(url);
const state = await finalized(api);

const { issuance, genesis, minted, burned, cap } = await state.call.gridApi.supply();
console.log(`${tft(issuance)} = ${tft(genesis)} at genesis + ${tft(minted)} minted - ${tft(burned)} burned`);
console.log(`never more than ${tft(cap)}`);

await api.disconnect();
