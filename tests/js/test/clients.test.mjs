// The examples of docs/clients.md against a chain with a node and a contract: @polkadot/api and papi must tell the
// same, and what is true.

import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { Client } from '../lib/client.mjs';
import { agreed, clients, describe as describeTypes, names } from '../lib/examples.mjs';
import { sum } from '../lib/formulas.mjs';
import { Journal } from '../lib/journal.mjs';
import { TFT, tft } from '../lib/numbers.mjs';
import { Chain, Daemon, workspace } from '../lib/processes.mjs';
import {
  EXISTENTIAL_DEPOSIT, NODE_URI, SMALL, authoriseNode, becomeTwin, deploy, fitMinimum, liveNode, makeFarm, people,
} from '../lib/region.mjs';
import { steps } from '../lib/steps.mjs';

const { farmer, deployer, stranger } = people;

describe('the examples of docs/clients.md', { timeout: 8 * 60_000 }, () => {
  let [folder, chain, daemon, client, journal, node, hardware, contract] = [];

  const step = steps(() => {
    for (const program of [chain, daemon]) {
      if (program) console.error(`The last lines of ${program.name}:\n${program.tail()}`);
    }
  });

  // What an account has, as the plain state tells it.
  const account = async ({ address }) => (await client.state()).balance(address);

  before(async () => {
    folder = workspace();
    chain = await new Chain(folder).start();
    client = await Client.connect(chain.url, { isAlive: () => chain.alive });
    journal = await Journal.follow(client);
    await Promise.all([farmer, deployer].map((person) => becomeTwin(client, person)));
    const farm = await makeFarm(client, 'examples');
    await Promise.all([authoriseNode(client, farm), fitMinimum(client, Daemon.hardware())]);
    daemon = new Daemon(folder, chain.url, NODE_URI, farm, ['--disks', 'ssd']).start();
    ({ node, hardware } = await liveNode(journal));
    contract = await deploy(client, node, SMALL, 0);
    const { block } = await journal.event('billing', 'Started', { condition: (event) => event.contract === contract });
    await journal.reaches(block);
    await describeTypes(client, folder);
  });

  after(async () => {
    journal?.stop();
    await client?.disconnect();
    for (const program of [daemon, chain]) {
      if (program?.child) await program.stop('SIGKILL');
    }
  });

  step('there is each of them for both clients', () => {
    assert.deepEqual(names(clients[0]), names(clients[1]));
  });

  step('node-capacity tells what is left to sell', async () => {
    const [free, state] = await agreed('node-capacity', chain.url, node);
    // Cores 4 times over, memory less 1 GB; a contract has 2 cores and 2 GB.
    const [cores, memory] = [4 * hardware.cores - 2, hardware.memoryMib - 1024 - 2 * 1024];
    assert.equal(free, `Node ${node} of farm 1: ${cores} cores, ${memory} MiB of memory free`);
    assert.equal(state, 'live: true, can be rented as a whole: false');
    assert.deepEqual(await agreed('node-capacity', chain.url, node + 1), [`There is no node ${node + 1}.`]);
  });

  step('quote tells what contracts of each kind cost', async () => {
    const [workload, rent, name, service] = await agreed('quote', chain.url, node);
    // 0.010375 + 0.004 USD an hour at 0.011: 1.30681818..; 90 s of it and 1 GB for 0.0015 USD: 0.16903409..
    const [held, none] = ['held for a window', 'after 0 % discount'];
    assert.equal(workload, `A workload with a public IP: 1.3068182 TFT an hour ${none}, 0.1690341 TFT ${held}`);
    // Somebody has a contract on it.
    assert.equal(rent, 'The whole node: NodeInUse');
    // 0.00025 / 0.011 = 0.02272727..; 90 s of it 0.00056818..
    assert.equal(name, `A name: 0.0227273 TFT an hour ${none}, 0.0005682 TFT ${held}`);
    // 0.03 / 0.011 = 2.72727272..
    assert.equal(service, 'A service: 2.7272728 TFT an hour at most');
    // Who has all the contracts on a node may rent it.
    const [, own] = await agreed('quote', chain.url, node, deployer.address);
    assert.match(own, /^The whole node: \d+\.\d{7} TFT an hour after 0 % discount/);
  });

  step('find-nodes finds what the filter asks for', async () => {
    const found = [`node ${node} in BE: ${4 * hardware.cores - 2} cores, 0 public IPs free`];
    assert.deepEqual(await agreed('find-nodes', chain.url), found);
    assert.deepEqual(await agreed('find-nodes', chain.url, 'BE'), found);
    assert.deepEqual(await agreed('find-nodes', chain.url, 'FR'), ['']);
  });

  step('filter-nodes asks for each field of the filter', async () => {
    const [farm, gpus] = [1, hardware.gpus];
    const ask = (...filter) => agreed('filter-nodes', chain.url, ...filter);
    const found = [`node ${node} of farm ${farm} (NotCertified): ${gpus} graphics processors free`];
    assert.deepEqual(await ask(farm, 'BE', 'Contract', gpus), found);
    assert.deepEqual(await ask(farm, 'BE', 'Any', gpus), found);
    // Somebody has a contract on it.
    assert.deepEqual(await ask(farm, 'BE', 'Rent', gpus), ['']);
    // It has one less.
    assert.deepEqual(await ask(farm, 'BE', 'Contract', gpus + 1), ['']);
    assert.deepEqual(await ask(farm, 'FR', 'Contract', gpus), ['']);
    assert.deepEqual(await ask(farm + 1, 'BE', 'Contract', gpus), ['']);
  });

  step('holds explains all that an account can\'t spend', async () => {
    const [terms, deposit] = ['Twins.TwinDeposit', `for Contract ${contract}`];
    const twinOf = async ({ address }) => (await client.state()).read('twins', 'twinOf', address);
    const [ofFarmer, ofDeployer] = await Promise.all([farmer, deployer].map(twinOf));
    await explained(farmer, [
      'Farms.AuthorisationDeposit for Farm 1', 'Farms.FarmDeposit for Farm 1', `${terms} for Twin ${ofFarmer}`,
    ]);
    await explained(deployer, [
      `Billing.BillingWindow ${deposit}`, `Deployments.ContractDeposit ${deposit}`, `${terms} for Twin ${ofDeployer}`,
    ]);
    await explained(stranger, []);
  });

  // What `holds` prints of a person is what it has, and for these things. The chain may bill between the question
  // and the check: then it is asked again.
  async function explained(person, things, tries = 5) {
    const [head, ...lines] = await agreed('holds', chain.url, person.address);
    const { free, total } = await account(person);
    // 0.01 TFT is the existential deposit.
    const expected = `${plain(total - free)} held, ${plain(free - EXISTENTIAL_DEPOSIT)} to spend`;
    if (head !== expected && tries > 1) return explained(person, things, tries - 1);
    assert.equal(head, expected);
    const [sums, details] = [false, true].map((detail) => lines.filter((line) => line.startsWith('- ') === detail));
    for (const list of [sums, details]) assert.equal(sum(list, units), total - free, lines.join('\n'));
    assert.deepEqual(details.map((line) => line.slice(2).replace(/:.*/, '')).sort(), things);
    return undefined;
  }

  step('runway tells when the money ends', async () => {
    const [cost, end] = await agreed('runway', chain.url, deployer.address);
    // 24 x 0.010375 / 0.011 = 22.63636363..
    assert.match(cost, /^1 contracts cost 22\.6363637 TFT a day; \d+\.\d{7} TFT can be spent$/);
    const told = /^That lasts (\d+) s; the first contract is suspended between (\S+) and (\S+)$/;
    const [, lasts, from, to] = end.match(told);
    // A window of this preset is 60 s.
    assert.equal(new Date(to) - new Date(from), 60_000);
    const spendable = cost.match(/; (\d+)\.(\d{7}) TFT/).slice(1).join('');
    // 0.010375 / 0.011 TFT an hour: 3,600 x 0.011 / 0.010375 s for one TFT.
    assert.equal(BigInt(lasts), (BigInt(spendable) * 3_600n * 11_000n) / (10_375n * TFT));
    const [more] = await agreed('runway', chain.url, deployer.address, 1000);
    assert.ok(Number(more.match(/; (\d+)/)[1]) >= Number(cost.match(/; (\d+)/)[1]) + 990);
    const none = await agreed('runway', chain.url, stranger.address);
    assert.deepEqual(none, ['The account has no twin, or there is no price of the TFT yet.']);
  });

  step('contract-status tells how a contract stands', async () => {
    const [stands, accrued] = await agreed('contract-status', chain.url, contract);
    assert.equal(stands, `Contract ${contract} on node ${node}: Open, 0.9431819 TFT an hour`);
    assert.match(accrued, /^\d+ s since the last bill cost 0\.\d{7} TFT$/);
    const none = await agreed('contract-status', chain.url, contract + 1);
    assert.deepEqual(none, [`There is no contract ${contract + 1}, or it has ended.`]);
  });

  step('receipts walks the pages of a period', async () => {
    assert.deepEqual(await agreed('receipts', chain.url, 9), ['0 receipts for period 9']);
  });

  step('supply adds up', async () => {
    const [added, cap] = await agreed('supply', chain.url);
    const figures = added.match(/^(\S+) TFT = (\S+) TFT at genesis \+ (\S+) TFT minted - (\S+) TFT burned$/).slice(1);
    const [issuance, genesis, minted, burned] = figures.map((text) => BigInt(text.replace('.', '')));
    assert.equal(issuance, genesis + minted - burned);
    assert.equal(cap, 'never more than 1000000000.0000000 TFT');
  });
});

// TFT without separators, as the examples print it, and what it is in 10^-7.
const plain = (amount) => `${tft(amount).replace(/,/g, '')} TFT`;
const units = (line) => BigInt(line.match(/(\d+)\.(\d{7}) TFT$/).slice(1).join(''));
