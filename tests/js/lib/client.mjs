// What a person with polkadot.js has: a connection, the chain's metadata and accounts. No type is written by hand.

import { ApiPromise, WsProvider } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';
import { stringToU8a } from '@polkadot/util';
import { encodeAddress } from '@polkadot/util-crypto';
import { connect as connectTcp } from 'node:net';

const keyring = new Keyring({ type: 'sr25519' });

// A development account: `//Alice`.
export const account = (uri) => keyring.addFromUri(uri);

// The address of an account that belongs to the chain itself, such as `grid/tre`.
export const chainAccount = (id) => encodeAddress(stringToU8a(`modl${id}`.padEnd(32, '\0')));

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Does `work` while what polkadot.js prints on the console goes to `listen` instead.
export async function overhear(work, listen = () => {}) {
  const { warn, error } = console;
  const hear = (...words) => listen(words.join(' '));
  Object.assign(console, { warn: hear, error: hear });
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, error });
  }
}

// An event with its fields by name. Numbers that are too great for JavaScript are decimal strings.
export function eventOf({ event, phase }) {
  const { section, method, data } = event;
  const fields = Object.fromEntries((data.names ?? []).map((name, index) => [name, data[index].toPrimitive()]));
  const extrinsic = phase?.isApplyExtrinsic ? phase.asApplyExtrinsic.toNumber() : null;
  return { section, method, extrinsic, ...fields };
}

// The name of an enum's value, whether it carries something or not.
export function variant(value) {
  const name = typeof value === 'string' ? value : Object.keys(value)[0];
  return name[0].toLowerCase() + name.slice(1);
}

// Whether something listens at `url`.
function knock(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connectTcp(Number(port), hostname);
    const answer = (open) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.on('connect', answer(true)).on('error', answer(false));
  });
}

// Waits until something listens at `url`: polkadot.js would complain aloud of every try before.
async function listening(url, isAlive, patience) {
  const deadline = Date.now() + patience;
  while (!(await knock(url))) {
    if (!isAlive()) throw new Error('the chain ended before it answered');
    if (Date.now() > deadline) throw new Error(`nothing answers at ${url}`);
    await sleep(250);
  }
}

export class Client {
  // Connects to a chain that may still be starting.
  static async connect(url, { isAlive = () => true, patience = 90_000, options = { noInitWarn: true } } = {}) {
    await listening(url, isAlive, patience);
    return new Client(await ApiPromise.create({ provider: new WsProvider(url), ...options }));
  }

  constructor(api) {
    this.api = api;
  }

  disconnect() {
    return this.api.disconnect();
  }

  // A call of the JSON-RPC server, also of methods that polkadot.js doesn't know.
  rpc(method, ...params) {
    return this.api._rpcCore.provider.send(method, params);
  }

  // What went wrong, as polkadot.js shows it: the error's name and its documentation.
  explain(dispatchError) {
    if (!dispatchError.isModule) return dispatchError.toString();
    const { section, name, docs } = this.api.registry.findMetaError(dispatchError.asModule);
    return `${section}.${name}: ${docs.map((line) => line.trim()).join(' ')}`;
  }

  // Sends a transaction and waits until it is in a block. Throws what the chain answered if it was refused or
  // failed.
  send(tx, signer, options = {}) {
    return new Promise((resolve, reject) => {
      let stop = () => {};
      const finish = (settle, value) => {
        stop();
        settle(value);
      };
      tx.signAndSend(signer, { nonce: -1, ...options }, ({ status, events, dispatchError }) => {
        if (status.isDropped || status.isInvalid || status.isUsurped) {
          finish(reject, new Error(`the transaction is ${status.type.toLowerCase()}`));
        } else if (status.isInBlock) {
          if (dispatchError) finish(reject, new Error(this.explain(dispatchError)));
          else finish(resolve, new Inclusion(status.asInBlock, events));
        }
      }).then((unsubscribe) => { stop = unsubscribe; }, reject);
    });
  }

  // The same by the root account of a development chain.
  async sudo(call, signer) {
    const inclusion = await this.send(this.api.tx.sudo.sudo(call), signer);
    const { sudoResult } = inclusion.records.find(({ event }) => event.method === 'Sudid').event.data;
    if (sudoResult.isErr) throw new Error(this.explain(sudoResult.asErr));
    return inclusion;
  }

  // The state as it is after the block `number`, or at this moment.
  async state(number) {
    if (number === undefined) return new State(this.api);
    return new State(await this.api.at(await this.api.rpc.chain.getBlockHash(number)));
  }

  // The height of the block `hash`, or of the best one.
  async number(hash) {
    const { getHeader } = this.api.rpc.chain;
    return (await (hash ? getHeader(hash) : getHeader())).number.toNumber();
  }
}

// A transaction that is in a block and succeeded.
class Inclusion {
  constructor(hash, records) {
    this.hash = hash;
    this.records = records;
    this.events = records.map(eventOf);
  }

  // The fields of the event of that name.
  event(section, method) {
    const found = this.events.find((event) => event.section === section && event.method === method);
    if (found) return found;
    const names = this.events.map((event) => `${event.section}.${event.method}`);
    throw new Error(`no event ${section}.${method}, only ${names.join(', ')}`);
  }

  has(section, method) {
    return this.events.some((event) => event.section === section && event.method === method);
  }
}

// What the state tells, by storage and by runtime API.
class State {
  constructor(api) {
    this.api = api;
  }

  async read(section, item, ...keys) {
    return (await this.api.query[section][item](...keys)).toPrimitive();
  }

  async ask(method, ...params) {
    return (await this.api.call.gridApi[method](...params)).toPrimitive();
  }

  // Seconds since the unix epoch.
  async time() {
    return Math.floor(Number(await this.read('timestamp', 'now')) / 1000);
  }

  // What an account has, in 10^-7 TFT: all of it, and what is free.
  async balance(address) {
    const { data } = await this.api.query.system.account(address);
    return { free: data.free.toBigInt(), total: data.free.toBigInt() + data.reserved.toBigInt() };
  }

  // What an account holds, by reason.
  async holds(address) {
    const list = await this.api.query.balances.holds(address);
    return Object.fromEntries(list.map(({ id, amount }) => {
      const [section, reason] = Object.entries(id.toPrimitive())[0];
      return [`${section}.${reason}`, amount.toBigInt()];
    }));
  }
}
