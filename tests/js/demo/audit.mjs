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
  const paid = {
    minted: sum(facts.payouts, ({ minted }) => minted),
    revenue: sum(facts.payouts, ({ revenue }) => revenue),
  };
  return [
    ...aboutBills(stage, facts),
    ...aboutPeople(stage, facts, all, paid),
    ...aboutTheRegion(facts, all),
    ['grid_bills and grid_farmRewards tell the same as the events', recordsAreRight(facts, all, paid)],
  ];
}

function aboutBills({ quote, started }, { bills }) {
  const follows = ({ seconds, price, charged }) => charge(quote.usdPerHour, seconds, price) === BigInt(charged);
  return [
    ['each bill follows from its seconds, its rate and its price, rounded up', bills.every(follows)],
    ['each bill = 35 % burned + 10 % treasury + 5 % validators + 50 % farm', bills.every(splitsRight)],
    ['the bills leave no gap, and bill no more seconds than have passed', followEachOther(bills, started.time)],
  ];
}

function aboutPeople(stage, facts, all, paid) {
  const { has, holds, supply: { booked } } = facts;
  const fees = (name) => feesOf(facts.fees, people[name]);
  const farmerHas = ENDOWMENT + paid.minted + paid.revenue - fees('farmer');
  return [
    ['the deployer has lost the bills and the fees', has.deployer === ENDOWMENT - all.charged - fees('deployer')],
    ['nothing of the contract is held any more', Object.keys(holds).join() === 'twins.TwinDeposit'],
    ['the reward follows from the hardware, the uptime and the policy', rewardIsRight(stage, facts)],
    ['the farmer has got the reward and the revenue, and paid the fees', has.farmer === farmerHas],
    ['the farm\'s part of all bills = what it was paid + what waits', all.farm === paid.revenue + BigInt(booked.nodes)],
    ['this computer\'s account has paid nothing and has nothing', has.node === 0n && fees('node') === 0n],
  ];
}

function aboutTheRegion({ has, fees, supply: { booked, ...supply } }, all) {
  const gained = (balance) => balance - EXISTENTIAL_DEPOSIT;
  const treasury = all.treasury - BigInt(booked.treasury) + sum(fees, ({ actualFee }) => actualFee);
  const validators = all.validators - BigInt(booked.validators);
  return [
    ['the treasury has its part and every fee', gained(has.treasury) === treasury],
    ['the validators have their part', gained(has.validators) === validators],
    ['issuance = genesis + minted - burned, within the cap', issuanceIsRight(supply)],
    ['burned = the burned part of all bills - what waits', BigInt(supply.burned) === all.burned - BigInt(booked.burn)],
  ];
}

function splitsRight({ charged, split }) {
  const expected = shares(charged);
  const adds = sum(PARTS, (part) => split[part]) === BigInt(charged);
  return adds && PARTS.every((part) => BigInt(split[part]) === expected[part]);
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
  const isUpEnough = receipt.uptime * 100 >= receipt.registered * 95;
  const earned = isUpEnough ? reward(units, receipt.uptime) : { tft: 0n, usd: 0n };
  const told = [receipt.units.cu, receipt.units.su, receipt.due, receipt.usd].map(BigInt);
  return [units.cu, units.su, earned.tft, earned.usd].every((figure, index) => figure === told[index]);
}

function issuanceIsRight(supply) {
  const names = ['issuance', 'genesis', 'minted', 'burned', 'cap'];
  const [issuance, genesis, minted, burned, cap] = names.map((name) => BigInt(supply[name]));
  return issuance === genesis + minted - burned && issuance <= cap;
}

function recordsAreRight({ bills, receipt, page, recorded }, all, paid) {
  const { totals: sums, bills: lines } = recorded.bills;
  const { totals: earned, periods: [period] } = recorded.rewards;
  const isSame = (told, index) => {
    const { block, seconds, charged } = bills[index];
    return told.block === block && told.seconds === seconds && told.charged === String(charged);
  };
  return lines.length === bills.length && lines.every(isSame)
    && sums.charged === String(all.charged) && sums.burned === String(all.burned)
    && period.receipts.length === 1 && period.receipts[0].due === String(receipt.due)
    && page.receipts.length === 1 && page.receipts[0].due === receipt.due
    && earned.minted === String(paid.minted) && earned.revenue === String(paid.revenue)
    && earned.paid === String(paid.minted + paid.revenue);
}
