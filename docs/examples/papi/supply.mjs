// How much TFT there is: node papi/supply.mjs [URL]
import { connect, finalized } from './connect.mjs';
import { tft } from '../tft.mjs';

const [url] = process.argv.slice(2);
const { client, api } = connect(url);
const block = await finalized(client);

const { issuance, genesis, minted, burned, cap } = await api.apis.GridApi.supply(block);
console.log(`${tft(issuance)} = ${tft(genesis)} at genesis + ${tft(minted)} minted - ${tft(burned)} burned`);
console.log(`never more than ${tft(cap)}`);

client.destroy();
