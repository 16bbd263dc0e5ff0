// The main job, scene by scene: what happens, and then what it means.

import { Client, sleep } from '../lib/client.mjs';
import { Journal } from '../lib/journal.mjs';
import { capacity, clock, cloudUnits, gigabytes, percent, price, span, tft, usd } from '../lib/numbers.mjs';
import { Chain, Daemon } from '../lib/processes.mjs';
import {
  GIGABYTE, NODE_URI, SMALL, approveFarm, authoriseNode, becomeTwin, deploy, fitMinimum, history, liveNode, makeFarm,
  people, quote,
} from '../lib/region.mjs';
import { heading, line, note, step, watch } from './screen.mjs';

export const FARM_NAME = 'demo-farm';
// Longer than a node may be silent in a development chain.
const SILENCE = 48;

// Plays every scene in `folder`. `stage` gets the programs as they start, so that whoever called can tell what
// they said if something goes wrong; and it gets all that the report needs.
export async function play(folder, stage) {
  stage.chain = new Chain(folder);
  await stage.chain.start();
  await stage.chain.orEnd(scenes(folder, stage));
}

async function scenes(folder, stage) {
  await startRegion(stage);
  await makeFarmOfBob(stage);
  await joinThisComputer(folder, stage);
  await rent(stage);
  await billWindows(stage);
  await fallSilent(stage);
  await settle(stage);
  await cancel(stage);
}

async function startRegion(stage) {
  heading('A region of its own');
  await step('A chain with one validator starts', async () => {
    stage.client = await Client.connect(stage.chain.url, { isAlive: () => stage.chain.alive });
    stage.journal = await Journal.follow(stage.client, (event) => stage.onEvent?.(event));
    await stage.journal.reaches(1);
    return `block ${stage.journal.block} is final`;
  });
  const state = await stage.client.state();
  const [billing, nodes, rewards] = await Promise.all(
    ['billing', 'nodes', 'rewards'].map((section) => state.read(section, 'params')));
  Object.assign(stage, { billing, nodes, rewards });
  note(`Every rule is as in production. Only times are shorter: a billing window is ${span(billing.window)} \
instead of 24 h, a reward period ${span(nodes.periodLength)} instead of a month, and its settlement begins \
${span(rewards.settlementDelay)} after its end instead of 7 days.`);
  await step('A farmer (Bob) and a deployer (Charlie) accept the terms of use', async () => {
    const twins = await Promise.all([people.farmer, people.deployer].map((one) => becomeTwin(stage.client, one)));
    return `twins ${twins.sort().join(' and ')}`;
  });
}

async function makeFarmOfBob(stage) {
  await step(`The farmer makes the farm "${FARM_NAME}"`, async () => {
    stage.farm = await makeFarm(stage.client, FARM_NAME);
    return `farm ${stage.farm}`;
  });
  await step('The region approves it, the farmer authorises this computer', async () => {
    await Promise.all([approveFarm(stage.client, stage.farm), authoriseNode(stage.client, stage.farm)]);
    return 'it may join';
  });
}

async function joinThisComputer(folder, stage) {
  heading('This computer joins');
  const found = Daemon.hardware();
  const options = found.disks.some(({ kind }) => kind === 'ssd') ? [] : ['--disks', 'ssd'];
  const lowered = await fitMinimum(stage.client, found);
  if (lowered) note(`It has less disk than a region asks for, so this one now asks for ${gigabytes(lowered)} only.`);
  stage.daemon = new Daemon(folder, stage.chain.url, NODE_URI, stage.farm, options);
  await step('The daemon looks at it and registers it', async () => {
    stage.daemon.start();
    stage.registered = await stage.daemon.orEnd(liveNode(stage.journal));
    stage.node = stage.registered.node;
    return `node ${stage.node} is live`;
  });
  note(`${capacity(stage.registered.hardware)}. Its account holds no TFT and needs none: what a node says of \
itself is free. It reports every few seconds (20 min in production), and the chain credits it with the seconds \
that can be true, never with more than have passed.`);
  if (options.length > 0) {
    note('The disk says that it spins, as those of virtual machines do whatever is below: it is counted as SSD.');
  }
}

async function rent(stage) {
  heading('A deployer rents a part of it');
  await step(`What do ${capacity(SMALL)} cost?`, async () => {
    stage.quote = await quote(stage.client, SMALL, GIGABYTE);
    const { usdPerHour, tftPerHour } = stage.quote;
    return `${usd(usdPerHour)} USD/h = ${tft(tftPerHour)} TFT/h`;
  });
  note(`At ${price(stage.quote.price)} USD for one TFT. The chain says so before anything is signed.`);
  await step(`The deployer rents that on node ${stage.node}`, async () => {
    stage.contract = await deploy(stage.client, stage.node, SMALL, GIGABYTE);
    return `contract ${stage.contract}`;
  });
  note(`${tft(stage.quote.reserve)} TFT are held: the most that one window can cost, 1 GB of traffic included. \
What is not used comes back.`);
  await step('The daemon starts the workload and confirms it', async () => {
    stage.started = await stage.daemon.orEnd(delivery(stage));
    return 'billing begins';
  });
  stage.due = stage.started.due;
}

// Waits until billing of the contract starts.
async function delivery({ journal, contract, billing }) {
  const condition = (event) => event.contract === contract;
  const ended = journal.event('deployments', 'ContractEnded', { condition, patience: 1_000_000 }).then(() => {
    const late = `the workload was not confirmed in ${span(billing.delivery)}`;
    throw new Error(`${late}: this computer is too busy, try again when it is not`);
  });
  const started = journal.event('billing', 'Started', { condition });
  return Promise.race([started, ended]);
}

async function billWindows(stage) {
  heading('The chain bills each window by itself');
  stage.onEvent = (event) => tellMoney(stage, event);
  const end = (await stage.journal.event('nodes', 'PeriodBegan', { condition: ({ period }) => period === 0 })).end;
  const status = () => `  ${countdown('The window closes', stage.due)}; ${countdown('the reward period ends', end)}`;
  stage.periodEnded = await watch(status, () => stage.journal.event('nodes', 'PeriodBegan', {
    condition: ({ period }) => period === 1,
    patience: 400_000,
  }));
  const { periodEnded: { start }, rewards: { settlementDelay } } = stage;
  line(`  ${clock(start)}  Period 0 has ended. Certifiers can void receipts of it for ${span(settlementDelay)}.`);
}

// How long it is until `time`. What has happened is told a little later, once its block is final.
function countdown(what, time) {
  const left = time - Date.now() / 1000;
  return left > 0 ? `${what} in ${span(left)}` : `${what} now`;
}

// Tells of money when it moves.
function tellMoney(stage, event) {
  if (event.section !== 'billing') return;
  if (event.method === 'WindowOpened') stage.due = event.due;
  if (event.method === 'Billed') line(`  ${clock(event.time)}  ${bill(event)}`);
}

function bill({ from, to, seconds, charged, split }) {
  return `${seconds} s attested of ${to - from} s: ${tft(charged)} TFT, ${tft(split.burned)} burned, \
${tft(split.farm)} to the farm`;
}

async function fallSilent(stage) {
  heading('What if the computer is silent?');
  // What it did in period 0 is told by then, and safe.
  await stage.journal.event('nodes', 'Reported', { condition: ({ period }) => period === 1 });
  await step(`The daemon is stopped for ${SILENCE} s`, async () => {
    await stage.daemon.stop();
    await sleep(SILENCE * 1_000);
    return 'and started again';
  });
  const before = await stage.client.number();
  stage.daemon.start();
  const condition = ({ node, block }) => node === stage.node && block > before;
  await step('Its first report after that', async () => {
    stage.late = await stage.daemon.orEnd(stage.journal.event('nodes', 'Reported', { condition }));
    return `${stage.late.credited} s credited, ${stage.late.notCredited} s not`;
  });
  note(`After a long silence a report is credited with at most ${span(stage.nodes.lateCredit)} (2 h in production). \
For the rest the deployer doesn't pay and the node doesn't earn.`);
}

async function settle({ journal, node, farm, ...stage }) {
  heading('The period is settled');
  const begins = stage.periodEnded.start + stage.rewards.settlementDelay;
  const status = () => `  ${countdown('The settlement begins', begins)}`;
  const ofPeriod = ({ period }) => period === 0;
  await watch(status, () => journal.event('rewards', 'PeriodSettled', { condition: ofPeriod, patience: 200_000 }));
  const [{ time, units, uptime, registered, due }] = journal.all('rewards', 'ReceiptWritten', ofPeriod);
  line(`  ${clock(time)}  Receipt of node ${node}: ${cloudUnits(units.cu)} CU and ${cloudUnits(units.su)} SU, \
up ${percent(uptime, registered)} of the time: ${tft(due)} TFT are due`);
  for (const paid of journal.all('rewards', 'FarmPaid', ofPeriod)) {
    line(`  ${clock(paid.time)}  Farm ${farm} is paid: ${tft(paid.minted)} TFT minted, \
${tft(paid.revenue)} TFT of what the deployer paid`);
  }
}

async function cancel(stage) {
  heading('The deployer has enough');
  await step(`Contract ${stage.contract} is cancelled`, async () => {
    const call = stage.client.api.tx.deployments.cancel(stage.contract);
    const inclusion = await stage.client.send(call, people.deployer);
    const { released } = inclusion.event('billing', 'Closed');
    stage.end = await stage.client.number(inclusion.hash);
    await stage.journal.reaches(stage.end);
    stage.onEvent = null;
    return `free of fees; ${tft(released)} TFT come back`;
  });
  await step('An auditor reads all of it back', async () => {
    const { records, completeFrom } = await history(stage.client, stage.end);
    return `${records} records, complete from block ${completeFrom} on`;
  });
}
