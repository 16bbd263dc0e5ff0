// The report at the end: who paid, who got what, and whether the sums are right.

import { reward, sum } from '../lib/formulas.mjs';
import { capacity, clock, cloudUnits, percent, price, tft, usd } from '../lib/numbers.mjs';
import { SMALL, people } from '../lib/region.mjs';
import { feesOf, totals } from './audit.mjs';
import { heading, line, table } from './screen.mjs';
import { FARM_NAME } from './story.mjs';

export function report(stage, facts, checks) {
  contract(stage, facts);
  node(stage, facts);
  money(stage, facts);
  sums(checks);
}

function contract({ contract: id, node: on, quote }, { bills }) {
  const all = totals(bills);
  heading(`Contract ${id}: ${capacity(SMALL)} on node ${on}`);
  line(`  ${usd(quote.usdPerHour)} USD/h = ${tft(quote.tftPerHour)} TFT/h at ${price(quote.price)} USD for one TFT`);
  line();
  const row = (name, attested, passed, charged, { burned, treasury, validators, farm }) => [
    name, `${attested} s of ${passed} s`, ...[charged, burned, treasury, validators, farm].map(tft),
  ];
  table([
    ['from', 'attested', 'TFT', 'burned', 'treasury', 'validators', 'farm'],
    ...bills.map(({ from, to, seconds, charged, split }) => row(clock(from), seconds, to - from, charged, split)),
    row(`${bills.length} bills`, all.seconds, all.passed, all.charged, all),
    ['', percent(all.seconds, all.passed), '', '35 %', '10 %', '5 %', '50 %'],
  ], [1, 2, 3, 4, 5, 6]);
  line();
  line('  What is credited after a window has closed is billed in the next one.');
}

function node({ node: id, registered, periodEnded }, { receipt, payouts, period }) {
  const { units, uptime, due, revenue } = receipt;
  const parts = reward(units, uptime);
  const minted = sum(payouts, (payout) => payout.minted);
  const time = `${uptime} s of 2,630,880 s`;
  heading(`Node ${id} of the farm "${FARM_NAME}" in period 0, ${clock(period.start)} to ${clock(periodEnded.start)}`);
  line(`  ${capacity(registered.hardware)}`);
  const part = percent(uptime, receipt.registered);
  line(`  Up ${uptime} s of the ${receipt.registered} s that it was registered: ${part}, and 95 % are needed`);
  line();
  table([
    ['compute', `${cloudUnits(units.cu)} CU x 2.40 USD a month, ${time}`, `${usd(parts.compute)} USD`],
    ['storage', `${cloudUnits(units.su)} SU x 1.00 USD a month, ${time}`, `${usd(parts.storage)} USD`],
    ['due', `${usd(receipt.usd)} USD at 0.08 USD for one TFT`, `${tft(due)} TFT`],
    ['minted', 'within the policy\'s budget and the cap', `${tft(minted)} TFT`],
    ['revenue', 'half of what deployers paid for it', `${tft(revenue)} TFT`],
    ['paid', 'to the farmer', `${tft(minted + BigInt(revenue))} TFT`],
  ], [2]);
}

function money(stage, { fees, supply, bills, payouts }) {
  const { booked } = supply;
  const all = totals(bills);
  const fee = (person) => `- ${tft(feesOf(fees, person))} fees`;
  const paid = payouts.map(({ minted, revenue }) => `+ ${tft(minted)} minted + ${tft(revenue)} revenue`);
  heading('All of the money');
  table([
    ['deployer', `- ${tft(all.charged)} bills`, fee(people.deployer)],
    ['farmer', paid.join(' '), fee(people.farmer)],
    ['this computer', '', fee(people.node)],
    ['region\'s root', '', fee(people.root)],
    ['treasury', `+ ${tft(all.treasury)} of the bills`, `+ ${tft(sum(fees, ({ actualFee }) => actualFee))} fees`],
    ['validators', `+ ${tft(all.validators)} of the bills`, ''],
  ]);
  line();
  line('  Of the bills, these wait in the pot until the session or the period ends:');
  const waiting = [
    [booked.burn, 'to burn'], [booked.treasury, 'treasury'], [booked.validators, 'validators'], [booked.nodes, 'farms'],
  ];
  line(`  ${waiting.map(([amount, whose]) => `${tft(amount)} ${whose}`).join(', ')}`);
  line();
  line(`  ${tft(supply.genesis)} TFT at genesis + ${tft(supply.minted)} minted - ${tft(supply.burned)} burned`);
  line(`  = ${tft(supply.issuance)} TFT now; never more than ${tft(supply.cap)}`);
}

function sums(checks) {
  heading('Sums checked, each worked out again from the design\'s formulas');
  for (const [sentence, holds] of checks) line(`  ${holds ? 'yes' : 'NO '}  ${sentence}`);
}
