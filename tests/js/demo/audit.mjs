// Who paid and who got what, read from the chain; and each sum worked out again.

import { charge, farmingUnits, reward, shares, sum } from '../lib/formulas.mjs';
import { ENDOWMENT, EXISTENTIAL_DEPOSIT, TREASURY, VALIDATORS_POT, people } from '../lib/region.mjs';

const PARTS = ['burned', 'treasury', 'validators', 'provider', 'farm'];

// All that the auditor reads: events up to the block in which the contract ended, the state after it, and the
// records that have left the state.
export async function gather({ client, journal, contract, farm, node, end }) {
  const state = await client.state(end);
  const until = (section, method, condition = () => true) => journal.all(
    section, method, (event) => event.block <= end && condition(event));
  const balance = async (address) => (await state.balance(address)).total;
  return {
    bills: until('billing', 'Billed', (bill) => bill.contract === contract),
    fees: until('transactionPayment', 'TransactionFeePaid'),
    receipt: until('rewards', 'ReceiptWritten', (one) => one.node === node && one.period === 0)[0],
    payouts: until('rewards', 'FarmPaid', (one) => one.farm === farm),
    period: await state.read('rewards', 'periods', 0),
    supply: await state.ask('supply'),
    page: await state.ask('receipts', 0, 0),
    holds: await state.holds(people.deployer.address),
    has: {
      deployer: await balance(people.deployer.address),
      farmer: await balance(people.farmer.address),
      node: await balance(people.node.address),
      treasury: await balance(TREASURY),
      validators: await balance(VALIDATORS_POT),
    },
    recorded: {
      bills: await client.rpc('grid_bills', contract),
      rewards: await client.rpc('grid_farmRewards', farm, 0, 0),
    },
  };
}

// The sums over all bills.
export function totals(bills) {
  const parts = PARTS.map((part) => [part, sum(bills, ({ split }) => split[part])]);
  return {
    charged: sum(bills, ({ charged }) => charged),
    seconds: sum(bills, ({ seconds }) => seconds),
    passed: sum(bills, ({ from, to }) => to - from),
    usd: sum(bills, (bill) => bill.usd),
    ...Object.fromEntries(parts),
  };
}

export const feesOf = (fees, person) => sum(fees.filter(({ who }) => who === person.address), (fee) => fee.actualFee);

// Each sentence, and whether it holds.
export function check(stage, facts) {
  const all = totals(facts.bills);
  const fees = (name) => feesOf(facts.fees, people[name]);
  const paid = { minted: sum(facts.payouts, (one) => one.minted), revenue: sum(facts.payouts, (one) => one.revenue) };
  const { supply: { booked, ...supply }, has } = facts;
  const big = (number) => BigInt(number);
  return [
    ['each bill follows from its seconds, its rate and its price, rounded up', facts.bills.every(
      (bill) => charge(stage.quote.usdPerHour, bill.seconds, bill.price) === big(bill.charged))],
    ['each bill = 35 % burned + 10 % treasury + 5 % validators + 50 % farm', facts.bills.every(splitsRight)],
    ['the bills follow each other without a gap, for no more seconds than have passed', followEachOther(facts.bills, stage.started.time)],
    ['the deployer has lost what was charged and the fees, nothing more', has.deployer === ENDOWMENT - all.charged - fees('deployer')],
    ['nothing of the contract is held any more', Object.keys(facts.holds).join() === 'twins.TwinDeposit'],
    ['the reward follows from the hardware, the uptime and the policy', rewardIsRight(stage, facts)],
    ['the farmer has got the reward and the revenue, and paid the fees', has.farmer === ENDOWMENT + paid.minted + paid.revenue - fees('farmer')],
    ['the farm\'s part of all bills = what it was paid + what waits for the next period', all.farm === paid.revenue + big(booked.nodes)],
    ['this computer\'s account has paid nothing and has nothing', has.node === 0n && fees('node') === 0n],
    ['the treasury has its part and every fee', has.treasury === EXISTENTIAL_DEPOSIT + all.treasury + sum(facts.fees, (fee) => fee.actualFee) - big(booked.treasury)],
    ['the validators\' pot has their part', has.validators === EXISTENTIAL_DEPOSIT + all.validators - big(booked.validators)],
    ['issuance = genesis + minted - burned, within the cap', issuanceIsRight(supply)],
    ['burned = the burned part of all bills, less what the session\'s end will burn', big(supply.burned) === all.burned - big(booked.burn)],
    ['grid_bills and grid_farmRewards tell the same as the events', recordsAreRight(facts, all, paid)],
  ];
}

function splitsRight({ charged, split }) {
  const expected = shares(charged);
  return PARTS.every((part) => BigInt(split[part]) === expected[part]) && sum(PARTS, (part) => split[part]) === BigInt(charged);
}

function followEachOther(bills, start) {
  let until = start;
  let seconds = 0;
  return bills.every((bill) => {
    const follows = bill.from === until;
    until = bill.to;
    seconds += bill.seconds;
    return follows && seconds <= until - start;
  });
}

function rewardIsRight({ registered }, { receipt }) {
  const units = farmingUnits(registered.hardware);
  const earned = reward(units, receipt.uptime);
  const sameUnits = units.cu === BigInt(receipt.units.cu) && units.su === BigInt(receipt.units.su);
  const enough = receipt.uptime * 100 >= receipt.registered * 95;
  return sameUnits && (enough ? earned.tft : 0n) === BigInt(receipt.due) && (enough ? earned.usd : 0n) === BigInt(receipt.usd);
}

function issuanceIsRight({ issuance, genesis, minted, burned, cap }) {
  return BigInt(issuance) === BigInt(genesis) + BigInt(minted) - BigInt(burned) && BigInt(issuance) <= BigInt(cap);
}

function recordsAreRight({ bills, receipt, page, recorded }, all, paid) {
  const { totals: sums, bills: lines } = recorded.bills;
  const sameBills = lines.length === bills.length && lines.every((one, index) => (
    one.block === bills[index].block && one.seconds === bills[index].seconds && one.charged === String(bills[index].charged)));
  const period = recorded.rewards.periods[0];
  return sameBills && sums.charged === String(all.charged) && sums.burned === String(all.burned)
    && period.receipts.length === 1 && period.receipts[0].due === String(receipt.due)
    && page.receipts.length === 1 && page.receipts[0].due === receipt.due
    && recorded.rewards.totals.minted === String(paid.minted) && recorded.rewards.totals.revenue === String(paid.revenue);
}
