// What a farmer, a deployer and an auditor do in polkadot.js, on a chain of their own with the real daemon: each
// test goes on where the one before ended. Nothing is known of the chain but its metadata.

import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { cpus, totalmem } from 'node:os';
import { Client, overhear } from '../lib/client.mjs';
import { agreed, describe as describeTypes, plain } from '../lib/examples.mjs';
import { attested, charge, farmingUnits, reward, shares, sum } from '../lib/formulas.mjs';
import { Journal } from '../lib/journal.mjs';
import { Chain, Daemon, workspace } from '../lib/processes.mjs';
import {
  ENDOWMENT, EXISTENTIAL_DEPOSIT, GIGABYTE, NODE_URI, SMALL, TREASURY, VALIDATORS_POT, approveFarm, authoriseNode,
  becomeTwin, deploy, fitMinimum, history, liveNode, makeFarm, people, quote,
} from '../lib/region.mjs';
import { steps } from '../lib/steps.mjs';

const MINUTE = 60_000;
// The whole story: it waits for the end of a reward period of 5 minutes and its settlement.
const PATIENCE = 10 * MINUTE;

// 0.010375 USD/h for 2 cores, 2 GB and 15 GB: 1 CU at 0.010 and 0.075 SU at 0.005; 0.011 USD for one TFT.
const USD_PER_HOUR = 10_375_000n;
const PRICE = 11_000_000_000_000_000n;

const { farmer, deployer, stranger, node: nodeAccount } = people;

describe('a farmer and a deployer with polkadot.js', { timeout: PATIENCE }, () => {
  const warnings = [];
  let folder;
  let chain;
  let daemon;
  let client;
  let journal;
  let tx;
  let twins;
  let farm;
  let node;
  let registered;
  let contract;
  let started;
  let bills;
  let settled;
  let earned;

  function showLogs() {
    for (const program of [chain, daemon]) {
      if (program) console.error(`The last lines of ${program.name}:\n${program.tail()}`);
    }
  }

  const step = steps(showLogs);
  const state = (block) => client.state(block);
  const ours = (event) => event.contract === contract;

  // What the chain answers to a transaction that it doesn't carry out.
  function refusal(call, signer, options) {
    return client.send(call, signer, options).then(() => 'it was carried out', (error) => error.message);
  }

  before(async () => {
    folder = workspace();
    chain = await new Chain(folder).start();
    const connecting = () => Client.connect(chain.url, { isAlive: () => chain.alive, options: {} });
    client = await overhear(connecting, (text) => warnings.push(text)).catch((error) => {
      showLogs();
      throw error;
    });
    tx = client.api.tx;
    journal = await Journal.follow(client);
  });

  // What is left when something failed.
  after(async () => {
    journal?.stop();
    await client?.disconnect();
    for (const program of [daemon, chain]) {
      if (program?.child) await program.stop('SIGKILL');
    }
  });

  step('polkadot.js connects and warns of no unknown transaction extension', () => {
    const about = warnings.filter((text) => /extension/i.test(text));
    assert.deepEqual(about, []);
  });

  step('wallets learn the token, its decimals and the address format from the chain', () => {
    const { chainTokens, chainDecimals, chainSS58 } = client.api.registry;
    assert.deepEqual([chainTokens, chainDecimals, chainSS58], [['TFT'], [7], 42]);
  });

  step('whoever accepts the terms of use becomes a twin, at a deposit', async () => {
    const early = await refusal(tx.twins.createTwin(null, null), farmer);
    assert.match(early, /^twins\.TermsNotAccepted: .*Call `accept_terms` first\.$/);
    const unread = await refusal(tx.twins.acceptTerms(`0x${'00'.repeat(32)}`), farmer);
    assert.match(unread, /^twins\.TermsNotInForce: .*read those terms, and accept them\./);

    twins = await Promise.all([farmer, deployer].map((person) => becomeTwin(client, person)));
    assert.deepEqual([...twins].sort(), [1, 2]);
    for (const { address } of [farmer, deployer]) {
      assert.deepEqual(Object.keys(await (await state()).holds(address)), ['twins.TwinDeposit']);
    }
  });

  step('a farmer makes a farm, which needs a name of its own', async () => {
    const [short, long] = await Promise.all([
      refusal(tx.farms.createFarm('ab'), farmer),
      refusal(tx.farms.createFarm('a'.repeat(41)), deployer),
    ]);
    assert.match(short, /^farms\.NameTooShort: .*Choose one of 3 to 40\.$/);
    assert.match(long, /^farms\.NameTooLong: .*Choose one of 3 to 40\.$/);
    farm = await makeFarm(client, 'polkadot-js');
    const taken = await refusal(tx.farms.createFarm('Polkadot-JS'), deployer);
    assert.match(taken, /^farms\.NameTaken: .*Choose another one\.$/);
  });

  step('the region approves the farm, its owner lets a computer in, which then exists without money', async () => {
    const notOwner = refusal(tx.farms.authoriseNode(farm, nodeAccount.address), deployer);
    const notRoot = refusal(tx.farms.approveFarm(farm), stranger);
    assert.match(await notOwner, /^farms\.NotOwner: .*Sign with the account of its owner\.$/);
    assert.equal(await notRoot, 'BadOrigin');

    const [approved, authorised] = await Promise.all([approveFarm(client, farm), authoriseNode(client, farm)]);
    assert.equal(approved.event('farms', 'FarmApproved').farm, farm);
    assert.equal(authorised.event('farms', 'NodeAuthorised').account, nodeAccount.address);
    const account = await (await state()).read('system', 'account', nodeAccount.address);
    assert.deepEqual([account.sufficients, account.providers, account.data.free], [1, 0, 0]);
  });

  step('the daemon registers this computer as it is, and reports', async () => {
    await fitMinimum(client, Daemon.hardware());
    daemon = new Daemon(folder, chain.url, NODE_URI, farm, ['--disks', 'ssd']).start();
    registered = await liveNode(journal);
    ({ node } = registered);
    const { hardware } = registered;
    assert.equal(registered.farm, farm);
    assert.equal(hardware.cores, cpus().length);
    const memory = totalmem() / 2 ** 20;
    assert.ok(Math.abs(hardware.memoryMib - memory) < memory / 100, `${hardware.memoryMib} MiB, not ${memory}`);
    assert.ok(hardware.ssdMib > 0 && hardware.hddMib === 0);
  });

  step('a deployer knows the price before signing', async () => {
    const price = await quote(client, SMALL, GIGABYTE);
    assert.deepEqual(price, {
      // 1 CU and 0.075 SU, in 6,144,000ths.
      units: { cu: 6_144_000, su: 460_800 },
      policy: 1,
      price: String(PRICE),
      discount: 0,
      networkDiscount: 0,
      usdPerHour: 10_375_000,
      // 0.010375 / 0.011 = 0.94318181.., rounded up.
      tftPerHour: 9_431_819,
      // 0.0015 / 0.011 = 0.13636363..
      tftPerGigabyte: 1_363_637,
      window: 60,
      // 60 s and 30 s of slack are 0.000259375 USD, 1 GB is 0.0015: 0.001759375 / 0.011 = 0.15994318..
      reserve: 1_599_432,
    });
    await assert.rejects(quote(client, { ...SMALL, cores: 0, memoryMib: 0, ssdMib: 0 }, 0), /no quote: noResources/);
  });

  step('what can\'t be delivered can\'t be rented', async () => {
    const order = (on, resources) => tx.deployments.deploy(on, `0x${'11'.repeat(32)}`, '', resources, 0, GIGABYTE, null);
    const tooMuch = { ...SMALL, memoryMib: registered.hardware.memoryMib };
    assert.match(await refusal(order(node, tooMuch), deployer), /^nodes\.InsufficientCapacity: /);
    assert.match(await refusal(order(node + 1, SMALL), deployer), /^deployments\.NodeNotFound: There is no such node/);
    const nobody = await refusal(order(node, SMALL), stranger);
    assert.match(nobody, /^deployments\.TwinNotFound: The account has no twin, and contracts belong to twins\./);
    assert.deepEqual(Object.keys(await (await state()).holds(deployer.address)), ['twins.TwinDeposit']);
  });

  step('a deployer rents capacity, what it can cost is held, the daemon confirms and billing starts', async () => {
    contract = await deploy(client, node, SMALL, GIGABYTE);
    const held = await (await state()).holds(deployer.address);
    assert.deepEqual(Object.keys(held).sort(),
      ['billing.BillingWindow', 'deployments.ContractDeposit', 'twins.TwinDeposit']);
    assert.equal(held['billing.BillingWindow'], 1_599_432n);
    const pending = await (await state()).ask('contractStatus', contract);
    assert.deepEqual([pending.state, pending.accrued, pending.billed], [{ pending: { reserve: 1_599_432 } }, 0, 0]);

    started = await journal.event('billing', 'Started', { condition: ours });
    const status = await (await state(started.block)).ask('contractStatus', contract);
    assert.deepEqual(status.state, { open: { opened: started.time, reserve: 1_599_432 } });
    assert.deepEqual([status.due, status.due - started.time], [started.due, 60]);
    assert.deepEqual([status.usdPerHour, status.tftPerHour], [10_375_000, 9_431_819]);
  });

  step('a free call that would fail is refused by number, costs nothing and changes nothing', async () => {
    const { cancel, confirmWorkload } = tx.deployments;
    const report = tx.nodes.report(node, 1, []);
    const place = { country: 'BE', city: '', position: null };
    const registration = tx.nodes.registerNode(farm, registered.hardware, place, [], false, false, '');
    const had = await (await state()).balance(stranger.address);
    const expected = [
      ['60', cancel(contract), deployer, { era: 0 }],
      ['61', tx.nodes.report(node + 1, 1, []), stranger],
      ['62', report, stranger],
      ['64', registration, stranger],
      ['65', registration, nodeAccount],
      ['68', cancel(contract + 1), deployer],
      ['69', cancel(contract), stranger],
      ['71', confirmWorkload(contract), nodeAccount],
    ];
    for (const [number, call, signer, options] of expected) {
      // polkadot.js prints these by itself.
      const answer = await overhear(() => refusal(call, signer, options));
      assert.match(answer, new RegExp(`Custom error: ${number}$`), `refusal ${number}`);
    }
    assert.deepEqual(await (await state()).balance(stranger.address), had);
    assert.ok(await (await state()).ask('contractStatus', contract), 'the contract lives');
  });

  step('each window is billed by the chain itself, for attested seconds, to the unit', async () => {
    await journal.event('billing', 'Billed', { condition: ours, count: 3, patience: 5 * MINUTE });
    const openings = journal.all('billing', 'WindowOpened', ours);
    bills = journal.all('billing', 'Billed', ours);
    const dues = openings.slice(1, 4).map(({ due }) => due - started.due);
    assert.deepEqual(dues, [60, 120, 180], 'a window is due 60 s after the one before it, however late a bill is');
    checkBills();
    const paid = sum(bills, ({ seconds }) => seconds);
    assert.ok(paid > 120n, `${paid} s of 180 s were delivered`);
  });

  // Each bill follows from its factors and its parts from it; together they cover the time since the start.
  function checkBills() {
    let [until, seconds] = [started.time, 0];
    for (const bill of bills) {
      const told = JSON.stringify(bill);
      assert.deepEqual([bill.from, bill.twin, bill.payer, bill.node, bill.farm],
        [until, twins[1], deployer.address, node, farm], told);
      assert.deepEqual([BigInt(bill.price), bill.traffic, bill.discount, bill.policy], [PRICE, 0, 0, 1], told);
      assert.equal(BigInt(bill.charged), charge(USD_PER_HOUR, bill.seconds, PRICE), told);
      const split = Object.fromEntries(Object.entries(bill.split).map(([part, amount]) => [part, BigInt(amount)]));
      assert.deepEqual(split, shares(bill.charged), told);
      assert.equal(sum(Object.values(split)), BigInt(bill.charged), told);
      [until, seconds] = [bill.to, seconds + bill.seconds];
      assert.ok(seconds <= until - started.time, `${seconds} s are billed at ${told}`);
    }
  }

  step('contractStatus tells what the running window has cost so far', async () => {
    const now = await state(journal.block);
    const status = await now.ask('contractStatus', contract);
    assert.equal(BigInt(status.accrued), charge(USD_PER_HOUR, status.unbilled, PRICE));
    assert.deepEqual([status.terms.payer, status.terms.goods.part.node], [twins[1], node]);
    assert.deepEqual(Object.keys(status.state), ['open']);
    const all = journal.all('billing', 'Billed', ours);
    assert.equal(status.billed, Number(sum(all, ({ seconds }) => seconds)));
  });

  step('cancelling is free, gives back what was held and charges what was used', async () => {
    const inclusion = await client.send(tx.deployments.cancel(contract), deployer);
    const block = await client.number(inclusion.hash);
    assert.equal(inclusion.event('deployments', 'ContractEnded').reason, 'Owner');
    assert.ok(inclusion.has('skipFeelessPayment', 'FeeSkipped'));
    assert.ok(!inclusion.has('transactionPayment', 'TransactionFeePaid'));

    await journal.reaches(block);
    const [earlier, later] = [await state(block - 1), await state(block)];
    const held = await earlier.holds(deployer.address);
    assert.deepEqual(Object.keys(await later.holds(deployer.address)), ['twins.TwinDeposit']);
    assert.equal(await later.ask('contractStatus', contract), null);
    const last = inclusion.event('billing', 'Billed');
    const [had, has] = [await earlier.balance(deployer.address), await later.balance(deployer.address)];
    assert.equal(had.total - has.total, BigInt(last.charged));
    const back = held['billing.BillingWindow'] + held['deployments.ContractDeposit'] - BigInt(last.charged);
    assert.equal(has.free - had.free, back);

    bills = journal.all('billing', 'Billed', ours);
    assert.deepEqual([bills.at(-1).kind, bills.at(-1).block], ['End', block]);
    checkBills();
    const again = await overhear(() => refusal(tx.deployments.cancel(contract), deployer));
    assert.match(again, /Custom error: 68$/);
  });

  step('the deployer has paid its bills and its fees, and nothing else', async () => {
    const fees = journal.all('transactionPayment', 'TransactionFeePaid', ({ who }) => who === deployer.address);
    const spent = sum(bills, ({ charged }) => charged) + sum(fees, ({ actualFee }) => actualFee);
    assert.equal((await (await state(journal.block)).balance(deployer.address)).total, ENDOWMENT - spent);
  });

  step('the period is settled, and the farm is paid its reward and its part of the bills', async () => {
    const ofPeriod = ({ period }) => period === 0;
    settled = await journal.event('rewards', 'PeriodSettled', { condition: ofPeriod, patience: 5 * MINUTE });
    const { start, end } = await journal.event('nodes', 'PeriodBegan', { condition: ofPeriod });
    assert.equal(end - start, 300);
    assert.ok(settled.time >= end + 60, 'the settlement waits for its delay');
    const [receipts, payouts] = ['ReceiptWritten', 'FarmPaid'].map((name) => journal.all('rewards', name, ofPeriod));
    assert.deepEqual([receipts.length, payouts.length], [1, 1]);

    const [receipt, payout] = [receipts[0], payouts[0]];
    const units = farmingUnits(registered.hardware);
    assert.deepEqual([receipt.units.cu, receipt.units.su].map(BigInt), [units.cu, units.su]);
    const reports = journal.all('nodes', 'Reported', (report) => report.node === node);
    const uptime = attested(registered, reports, { start, end });
    assert.deepEqual([receipt.registered, receipt.uptime], [end - registered.time, uptime]);
    assert.ok(receipt.uptime * 100 >= receipt.registered * 95, `up ${receipt.uptime} s of ${receipt.registered} s`);
    earned = { ...reward(units, uptime), uptime, registered: end - registered.time };
    assert.deepEqual([receipt.due, receipt.usd].map(BigInt), [earned.tft, earned.usd]);
    assert.equal(BigInt(receipt.revenue), sum(bills, ({ split }) => split.farm));

    assert.deepEqual([payout.minted, payout.revenue, payout.account], [receipt.due, receipt.revenue, farmer.address]);
    const [had, has] = [await state(settled.block - 1), await state(settled.block)];
    const gained = (await has.balance(farmer.address)).free - (await had.balance(farmer.address)).free;
    assert.equal(gained, BigInt(payout.minted) + BigInt(payout.revenue));
  });

  step('receipts tell the same as the events, with the factors', async () => {
    const [written] = journal.all('rewards', 'ReceiptWritten');
    const page = await (await state(settled.block)).ask('receipts', 0, 0);
    assert.deepEqual([page.period, page.page, page.pages, page.total], [0, 0, 1, 1]);
    const [receipt] = page.receipts;
    for (const factor of ['period', 'node', 'farm', 'policy', 'units', 'uptime', 'registered']) {
      assert.deepEqual(receipt[factor], written[factor], factor);
    }
    for (const amount of ['usd', 'due', 'revenue']) assert.equal(receipt[amount], written[amount], amount);
    // 0.08 USD for one TFT.
    assert.deepEqual([receipt.connectionPrice, receipt.marketPrice], ['80000000000000000', String(PRICE)]);
    assert.deepEqual([receipt.certified, receipt.verdict.earned], [false, null]);
  });

  step('the example of docs/clients.md prints the receipt with both clients', async () => {
    // The test of all examples makes the same types: by now it is over, even where the files are tested at once.
    await describeTypes(client, folder);
    const up = `up ${earned.uptime} s of ${earned.registered} s`;
    assert.deepEqual(await agreed('receipts', chain.url, 0),
      [`node ${node}: ${up}, ${plain(earned.tft)} due, Earned`, '1 receipts for period 0']);
  });

  step('every TFT is accounted for', async () => {
    const now = await state(settled.block);
    const { booked, ...supply } = await now.ask('supply');
    const fees = journal.all('transactionPayment', 'TransactionFeePaid', ({ block }) => block <= settled.block);
    const part = (name) => sum(bills, ({ split }) => split[name]);
    const figures = ['issuance', 'genesis', 'minted', 'burned', 'cap'].map((name) => BigInt(supply[name]));
    const [issuance, genesis, minted, burned, cap] = figures;
    assert.equal(issuance, genesis + minted - burned);
    assert.equal(issuance, BigInt(await now.read('balances', 'totalIssuance')));
    // 1,000,000,000 TFT.
    assert.deepEqual([cap, issuance <= cap], [10_000_000_000_000_000n, true]);
    assert.equal(minted, BigInt(settled.minted));
    assert.equal(burned, part('burned') - BigInt(booked.burn));
    assert.deepEqual([booked.nodes, booked.taken], [0, 0]);
    const own = async (address) => (await now.balance(address)).total - EXISTENTIAL_DEPOSIT;
    const paid = sum(fees, ({ actualFee }) => actualFee);
    assert.equal(await own(TREASURY), part('treasury') - BigInt(booked.treasury) + paid);
    assert.equal(await own(VALIDATORS_POT), part('validators') - BigInt(booked.validators));
    assert.equal((await now.balance(nodeAccount.address)).total, 0n);
    assert.ok(fees.every(({ who }) => who !== nodeAccount.address), 'a node never pays a fee');
  });

  step('the auditor reads the same by contract and by farm', async () => {
    const { completeFrom, missingBlocks } = await history(client, settled.block);
    assert.deepEqual([completeFrom, missingBlocks], [1, 0]);

    const page = await client.rpc('grid_bills', contract);
    assert.deepEqual([page.contract, page.page, page.pages, page.count], [contract, 0, 1, bills.length]);
    assert.equal(page.totals.charged, String(sum(bills, ({ charged }) => charged)));
    page.bills.forEach((line, index) => {
      const { block, kind, payer, from, to, seconds, charged, split } = bills[index];
      assert.deepEqual([line.block, line.kind, line.payer, line.from, line.to, line.seconds],
        [block, kind.toLowerCase(), payer, from, to, seconds]);
      assert.deepEqual([line.charged, line.usdPerHour, line.price], [String(charged), '10375000', '0.011']);
      assert.deepEqual(Object.values(line.split).sort(), Object.values(split).map(String).sort());
    });

    const rewards = await client.rpc('grid_farmRewards', farm, 0, 0);
    const [{ receipts, payouts }] = rewards.periods;
    const [written] = journal.all('rewards', 'ReceiptWritten');
    assert.deepEqual([receipts.length, payouts.length, rewards.count], [1, 1, 2]);
    assert.deepEqual([receipts[0].uptime, receipts[0].due, receipts[0].verdict],
      [written.uptime, String(written.due), 'earned']);
    assert.deepEqual([payouts[0].minted, payouts[0].revenue, payouts[0].account],
      [String(settled.minted), String(settled.revenue), farmer.address]);
  });

  step('a question that makes no sense is answered with the way out', async () => {
    const bills7 = client.rpc('grid_bills', contract, 7);
    await assert.rejects(bills7, /7003: there is no page 7: there are 1, counted from 0/);
    await assert.rejects(client.rpc('grid_farmRewards', farm, 1, 0), /7001: .*exchange them/);
    await assert.rejects(client.rpc('grid_farmRewards', farm, 0, 64), /7002: 65 periods are too many at once/);
  });

  step('daemon and chain stop in good order when asked', async () => {
    assert.deepEqual(await daemon.stop(), { code: 0, signal: null });
    await client.disconnect();
    assert.deepEqual(await chain.stop(), { code: 0, signal: null });
  });
});
