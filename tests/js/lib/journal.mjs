// All that has happened, block by block, as far as it is final.

import { eventOf } from './client.mjs';

export class Journal {
  // Reads every finalized block from the first one on. `onEvent` sees each event once, in order.
  static async follow(client, onEvent = () => {}) {
    const journal = new Journal(client, onEvent);
    journal.stop = await client.api.rpc.chain.subscribeFinalizedHeads((header) => {
      journal.goal = header.number.toNumber();
      journal.#catchUp();
    });
    return journal;
  }

  constructor(client, onEvent) {
    this.client = client;
    this.onEvent = onEvent;
    this.events = [];
    // The last block that was read, and its time.
    this.block = 0;
    this.time = 0;
    this.goal = 0;
    this.waiting = new Set();
  }

  async #catchUp() {
    if (this.reading) return;
    this.reading = true;
    try {
      while (this.block < this.goal) await this.#read(this.block + 1);
    } catch (error) {
      this.waiting.forEach(({ reject }) => reject(error));
    } finally {
      this.reading = false;
    }
  }

  async #read(number) {
    const { api } = await this.client.state(number);
    const [records, now] = await Promise.all([api.query.system.events(), api.query.timestamp.now()]);
    const time = Math.floor(now.toNumber() / 1000);
    const events = records.map((record) => ({ ...eventOf(record), block: number, time }));
    this.events.push(...events);
    [this.block, this.time] = [number, time];
    events.forEach(this.onEvent);
    this.waiting.forEach((waiter) => waiter.look());
  }

  // All events of a name that satisfy `condition`, in order.
  all(section, method, condition = () => true) {
    return this.events.filter((event) => event.section === section && event.method === method && condition(event));
  }

  // The `count`th such event, which may yet have to happen.
  async event(section, method, { condition, count = 1, patience = 120_000 } = {}) {
    const what = `${section}.${method}${count > 1 ? ` for the ${count}th time` : ''}`;
    const found = () => this.all(section, method, condition)[count - 1];
    return found() ?? this.#until(found, what, patience);
  }

  // Waits until the block `number` is read.
  async reaches(number, patience = 120_000) {
    return this.#until(() => this.block >= number, `block ${number} to be final`, patience);
  }

  #until(look, what, patience) {
    return new Promise((resolve, reject) => {
      const waiter = {};
      const giveUp = () => waiter.reject(new Error(`waited ${patience / 1000} s in vain for ${what}`));
      const timer = setTimeout(giveUp, patience);
      const settle = (settled) => (value) => {
        clearTimeout(timer);
        this.waiting.delete(waiter);
        settled(value);
      };
      waiter.reject = settle(reject);
      waiter.look = () => {
        const value = look();
        if (value) settle(resolve)(value);
      };
      this.waiting.add(waiter);
      waiter.look();
    });
  }
}
