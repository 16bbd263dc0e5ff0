// What people do on the chain, step by step, as they would click it in polkadot.js.

import { account, chainAccount, sleep, variant } from './client.mjs';

// Alice keeps the chain and its root account, and certifies; Bob has computers, Charlie wants capacity; a computer's
// own account has nothing.
export const people = {
  root: account('//Alice'),
  farmer: account('//Bob'),
  deployer: account('//Charlie'),
  stranger: account('//Dave'),
  node: account('//Node1'),
  otherNode: account('//Node2'),
};
export const NODE_URI = '//Node1';
export const OTHER_NODE_URI = '//Node2';

// What each of these people has at genesis: 1,000,000 TFT.
export const ENDOWMENT = 10_000_000_000_000n;
// The least that an account can hold, which the chain's own accounts have at genesis: 0.01 TFT.
export const EXISTENTIAL_DEPOSIT = 100_000n;

export const TREASURY = chainAccount('grid/tre');
export const VALIDATORS_POT = chainAccount('grid/val');

// Somebody accepts the terms of use and becomes a twin. Gives its number.
export async function becomeTwin(client, person) {
  const { tx, query } = client.api;
  const terms = await query.twins.terms();
  await client.send(tx.twins.acceptTerms(terms.unwrap()), person);
  const inclusion = await client.send(tx.twins.createTwin(null, null), person);
  return inclusion.event('twins', 'TwinCreated').twin;
}

// A farm of Bob's. Gives its number.
export async function makeFarm(client, name) {
  const inclusion = await client.send(client.api.tx.farms.createFarm(name), people.farmer);
  return inclusion.event('farms', 'FarmCreated').farm;
}

// The region lets the nodes of a farm earn.
export const approveFarm = (client, farm) => client.sudo(client.api.tx.farms.approveFarm(farm), people.root);

// The farmer lets this computer into the farm.
export function authoriseNode(client, farm) {
  return client.send(client.api.tx.farms.authoriseNode(farm, people.node.address), people.farmer);
}

// A computer with less disk than the region asks for can't join. Then the region asks for less: for how much, in
// MiB; else null.
export async function fitMinimum(client, { disks }) {
  const params = (await client.api.query.nodes.params()).toJSON();
  const disk = disks.reduce((total, { mib }) => total + mib, 0);
  if (disk === 0 || disk >= params.minimum.diskMib) return null;
  const lowered = { ...params, minimum: { ...params.minimum, diskMib: disk } };
  await client.sudo(client.api.tx.nodes.setParams(lowered), people.root);
  return disk;
}

// Waits until this computer is a node, by the account `of`, and has reported. Gives the event of its registration.
export async function liveNode(journal, of = people.node) {
  const own = ({ account: address }) => address === of.address;
  const registered = await journal.event('nodes', 'NodeRegistered', { condition: own });
  await journal.event('nodes', 'Reported', { condition: ({ node }) => node === registered.node });
  return registered;
}

// What a workload would cost at this moment.
export async function quote(client, resources, traffic) {
  const request = { Workload: { node: null, resources, publicIps: 0, trafficLimit: traffic } };
  const answer = await (await client.state()).ask('quote', request, null);
  if (answer.ok) return answer.ok;
  throw new Error(`no quote: ${variant(answer.err)}`);
}

// Charlie rents capacity of a node. Gives the contract's number.
export async function deploy(client, node, resources, traffic, publicIps = 0) {
  const document = JSON.stringify({ image: 'demo', resources });
  const hash = client.api.registry.hash(document).toHex();
  const call = client.api.tx.deployments.deploy(node, hash, document, resources, publicIps, traffic, null);
  const inclusion = await client.send(call, people.deployer);
  return inclusion.event('deployments', 'Deployed').contract;
}

// What the records of the node say of finalized blocks up to `block`, once they are stored.
export async function history(client, block) {
  for (;;) {
    const report = await client.rpc('grid_history');
    if (report.lastIndexed >= block) return report;
    await sleep(500);
  }
}

// 2 cores, 2 GB of memory, 15 GB of SSD: 1 CU and 0.075 SU.
export const SMALL = { cores: 2, memoryMib: 2 * 1024, ssdMib: 15 * 1024, hddMib: 0, gpus: 0 };

// 10^9 bytes of traffic, the most that a window of these contracts is billed for.
export const GIGABYTE = 1_000_000_000;
