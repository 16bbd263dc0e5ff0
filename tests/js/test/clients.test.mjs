// The examples of docs/clients.md against a chain with two nodes and a contract: @polkadot/api and papi must tell the
// same, and what is true. A settled period takes longer: farmer-and-deployer.test.mjs asks for its receipts.

import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { Client, sleep } from '../lib/client.mjs';
import { agreed, clients, describe as describeTypes, names, plain } from '../lib/examples.mjs';
import { sum } from '../lib/formulas.mjs';
import { Journal } from '../lib/journal.mjs';
import { TFT } from '../lib/numbers.mjs';
import { Chain, Daemon, workspace } from '../lib/processes.mjs';
import {
  EXISTENTIAL_DEPOSIT, NODE_URI, OTHER_NODE_URI, SMALL, becomeTwin, deploy, fitMinimum, liveNode, people,
} from '../lib/region.mjs';
import { steps } from '../lib/steps.mjs';

const { root, farmer, deployer, stranger } = people;
// The router of the farms' public IPs.
const GATEWAY = '185.206.122.1';

describe('the examples of docs/clients.md', { timeout: 8 * 60_000 }, () => {
  let [folder, chain, client, journal, here, elsewhere, contract] = [];
  const daemons = [];

  function showLogs() {
    for (const program of [chain, ...daemons]) {
      if (program) console.error(`The last lines of ${program.name}:\n${program.tail()}`);
    }
  }

  const step = steps(showLogs);

  // What an account has, as the plain state tells it.
  const account = async ({ address }) => (await client.state()).balance(address);

  before(async () => {
    folder = workspace();
    chain = await new Chain(folder).start();
    client = await Client.connect(chain.url, { isAlive: () => chain.alive });
    journal = await Journal.follow(client);
    await Promise.all([describeTypes(client, folder), prepare()]).catch((error) => {
      showLogs();
      throw error;
    });
  });

  // There are two nodes. Somebody has a contract on one of them, with the only public IP of its farm.
  async function prepare() {
    await Promise.all([farmer, deployer].map((person) => becomeTwin(client, person)));
    await Promise.all([makeFarms(), fitMinimum(client, Daemon.hardware())]);
    [here, elsewhere] = await Promise.all([
      join(1, people.node, NODE_URI, 'BE'),
      join(2, people.otherNode, OTHER_NODE_URI, 'FR'),
    ]);
    await certify();
    contract = await runningContract();
    // The examples ask the last finalized block.
    await journal.reaches(await client.number());
  }

  // The first two farms of the chain. Each has a public IP and lets one account in.
  function makeFarms() {
    const { farms: { createFarm, addPublicIp, authoriseNode }, utility } = client.api.tx;
    return client.send(utility.batchAll([
      createFarm('here'), addPublicIp(1, '185.206.122.31/24', GATEWAY), authoriseNode(1, people.node.address),
      createFarm('elsewhere'), addPublicIp(2, '185.206.122.32/24', GATEWAY), authoriseNode(2, people.otherNode.address),
    ]), farmer);
  }

  // This computer becomes a node, for each account another one. Gives the event of its registration.
  function join(farm, account, uri, country) {
    daemons.push(new Daemon(workspace(), chain.url, uri, farm, ['--disks', 'ssd'], country).start());
    return liveNode(journal, account);
  }

  // The certifier vouches for the farm of one node and for the hardware of the other.
  function certify() {
    const { farms, nodes, utility } = client.api.tx;
    return client.send(utility.batchAll([
      farms.setFarmCertification(here.farm, 'Gold'),
      nodes.certifyNode(elsewhere.node, elsewhere.hardware),
    ]), root);
  }

  async function runningContract() {
    const id = await deploy(client, here.node, SMALL, 0, 1);
    await journal.event('billing', 'Started', { condition: (event) => event.contract === id });
    return id;
  }

  after(async () => {
    journal?.stop();
    await client?.disconnect();
    for (const program of [...daemons, chain]) {
      if (program?.child) await program.stop('SIGKILL');
    }
  });

  step('there is each of them for both clients', () => {
    assert.deepEqual(names(clients[0]), names(clients[1]));
  });

  step('node-capacity tells what is left to sell', async () => {
    const { node, farm, hardware } = here;
    const [free, state] = await agreed('node-capacity', chain.url, node);
    // Memory less 1 GB; a contract has 2 GB.
    const memory = hardware.memoryMib - 1024 - 2 * 1024;
    assert.equal(free, `Node ${node} of farm ${farm}: ${freeCores(here)} cores, ${memory} MiB of memory free`);
    assert.equal(state, 'live: true, can be rented as a whole: false');
    assert.deepEqual(await agreed('node-capacity', chain.url, 3), ['There is no node 3.']);
  });

  step('quote tells what contracts of each kind cost', async () => {
    const [workload, rent, name, service] = await agreed('quote', chain.url, here.node);
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
    const [, own] = await agreed('quote', chain.url, here.node, deployer.address);
    assert.match(own, /^The whole node: \d+\.\d{7} TFT an hour after 0 % discount/);
  });

  // What can still be sold of a node: cores 4 times over, of which the contract has 2.
  const freeCores = ({ node, hardware }) => 4 * hardware.cores - (node === here.node ? 2 : 0);

  // What an example prints of nodes, each by `show`, in order of their ids.
  function lines(nodes, show) {
    const sorted = [...nodes].sort((one, other) => one.node - other.node);
    return nodes.length > 0 ? sorted.flatMap(show) : [''];
  }

  step('find-nodes finds what the filter asks for', async () => {
    const show = (of) => {
      const [country, ips] = of === here ? ['BE', 0] : ['FR', 1];
      return `node ${of.node} in ${country}: ${freeCores(of)} cores, ${ips} public IPs free`;
    };
    const find = (...country) => agreed('find-nodes', chain.url, ...country);
    assert.deepEqual(await find(), lines([here, elsewhere], show));
    assert.deepEqual(await find('BE'), lines([here], show));
    assert.deepEqual(await find('DE'), lines([], show));
  });

  step('filter-nodes tells nodes apart by each field of the filter', async () => {
    const show = (of) => {
      const [certified, farm, ips] = of === here ? [false, 'Gold', 0] : [true, 'NotCertified', 1];
      return [
        `node ${of.node}, certified: ${certified}, of farm ${of.farm}, ${farm}`,
        `- free: ${freeCores(of)} cores, ${of.hardware.gpus} graphics processors, ${ips} public IPs`,
      ];
    };
    const all = [
      'wanted=Any', `farm=${elsewhere.farm}`, 'country=FR', 'certification=Certified', 'farmCertification=NotCertified',
      `cores=${freeCores(elsewhere)}`, `gpus=${elsewhere.hardware.gpus}`, 'freeIps=1',
    ];
    const expected = [
      // The other one has a contract.
      [['wanted=Rent'], [elsewhere]],
      [[`farm=${here.farm}`], [here]],
      [['country=FR'], [elsewhere]],
      [['certification=Certified'], [elsewhere]],
      [['certification=NotCertified'], [here]],
      [['farmCertification=Gold'], [here]],
      [[`cores=${freeCores(elsewhere)}`], [elsewhere]],
      // Each has one less.
      [[`gpus=${here.hardware.gpus + 1}`], []],
      // The contract has 2 GB of memory and 15 GB of SSD on the other one; of each 1 GB of memory isn't sold.
      [[`memoryMib=${elsewhere.hardware.memoryMib - 1024}`], [elsewhere]],
      [[`memoryMib=${elsewhere.hardware.memoryMib - 1023}`], []],
      [[`ssdMib=${elsewhere.hardware.ssdMib}`], [elsewhere]],
      [[`ssdMib=${elsewhere.hardware.ssdMib + 1}`], []],
      [[`hddMib=${elsewhere.hardware.hddMib + 1}`], []],
      // The contract has that of the other farm.
      [['freeIps=1'], [elsewhere]],
      [all, [elsewhere]],
      [[...all, 'country=BE'], []],
    ];
    for (const [fields, nodes] of expected) {
      const found = await agreed('filter-nodes', chain.url, ...fields);
      assert.deepEqual(found, lines(nodes, show), fields.join(' '));
    }
  });

  step('a node that is offered only as a whole has a price for those who rent, and is found by them', async () => {
    const offer = async (tenancy) => {
      await client.send(client.api.tx.nodes.setTenancy(elsewhere.node, tenancy), farmer);
      await journal.reaches(await client.number());
    };
    const find = (...fields) => agreed('filter-nodes', chain.url, `farm=${elsewhere.farm}`, ...fields);
    await offer('Dedicated');
    const [workload, rent] = await agreed('quote', chain.url, elsewhere.node);
    assert.equal(workload, 'A workload with a public IP: NodeDedicated');
    assert.match(rent, /^The whole node: \d+\.\d{7} TFT an hour after 0 % discount/);
    assert.deepEqual(await find(), ['']);
    assert.equal((await find('wanted=Rent')).length, 2);
    await offer('Shared');
    assert.equal((await find()).length, 2);
  });

  step('holds explains all that an account can\'t spend', async () => {
    const [terms, deposit] = ['Twins.TwinDeposit', `for Contract ${contract}`];
    const twinOf = async ({ address }) => (await client.state()).read('twins', 'twinOf', address);
    const [ofFarmer, ofDeployer] = await Promise.all([farmer, deployer].map(twinOf));
    const ofFarms = ['AuthorisationDeposit', 'FarmDeposit', 'IpDeposit'].flatMap((reason) => (
      [1, 2].map((farm) => `Farms.${reason} for Farm ${farm}`)));
    await explained(farmer, [...ofFarms, `${terms} for Twin ${ofFarmer}`]);
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
    // 0.010375 and 0.004 USD an hour for the public IP: 24 x 0.014375 / 0.011 = 31.36363636..
    assert.match(cost, /^1 contracts cost 31\.3636364 TFT a day; \d+\.\d{7} TFT can be spent$/);
    const told = /^That lasts (\d+) s; the first contract is suspended between (\S+) and (\S+)$/;
    const [, lasts, from, to] = end.match(told);
    // A window of this preset is 60 s.
    assert.equal(new Date(to) - new Date(from), 60_000);
    const spendable = cost.match(/; (\d+)\.(\d{7}) TFT/).slice(1).join('');
    // 0.014375 / 0.011 TFT an hour: 3,600 x 0.011 / 0.014375 s for one TFT.
    assert.equal(BigInt(lasts), (BigInt(spendable) * 3_600n * 11_000n) / (14_375n * TFT));
    const [more] = await agreed('runway', chain.url, deployer.address, 1000);
    assert.ok(Number(more.match(/; (\d+)/)[1]) >= Number(cost.match(/; (\d+)/)[1]) + 990);
    const none = await agreed('runway', chain.url, stranger.address);
    assert.deepEqual(none, ['The account has no twin, or there is no price of the TFT yet.']);
  });

  step('contract-status tells how a contract stands', async () => {
    const [stands, accrued] = await agreed('contract-status', chain.url, contract);
    // 0.014375 / 0.011 = 1.30681818..
    assert.equal(stands, `Contract ${contract} on node ${here.node}: Open, 1.3068182 TFT an hour`);
    assert.match(accrued, /^\d+ s since the last bill cost 0\.\d{7} TFT$/);
    const none = await agreed('contract-status', chain.url, contract + 1);
    assert.deepEqual(none, [`There is no contract ${contract + 1}, or it has ended.`]);
  });

  step('receipts finds none of a period that is not settled', async () => {
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

// What an amount in TFT at the end of a line is in 10^-7.
const units = (line) => BigInt(line.match(/(\d+)\.(\d{7}) TFT$/).slice(1).join(''));
