// The chain's formulas once more, written from its design and not from its code, so that what the chain says
// is checked and not repeated.

import { UNIT } from './numbers.mjs';

const ceil = (numerator, divisor) => (numerator + divisor - 1n) / divisor;
const lesser = (...numbers) => numbers.reduce((least, next) => (next < least ? next : least));

// What `seconds` cost in 10^-7 TFT, rounded up. `usdPerHour` in nano-dollars; `price`, dollars for one TFT, in
// 10^-18. A nano-dollar is 10^-9 dollars and a TFT 10^7 units: 10^18 * 10^7 / 10^9 = 10^16.
export function charge(usdPerHour, seconds, price) {
  return ceil(BigInt(usdPerHour) * BigInt(seconds) * 10n ** 16n, 3_600n * BigInt(price));
}

// The shares of a bill, each rounded down; what that leaves is burned with the 35 %.
export function shares(charged) {
  const amount = BigInt(charged);
  const treasury = amount / 10n;
  const validators = amount / 20n;
  const farm = amount / 2n;
  return { burned: amount - treasury - validators - farm, treasury, validators, provider: 0n, farm };
}

// What hardware earns for, memory and disks in GB:
// CU = min((memory - 1) / 4, cores * 2, ssd / 50), SU = hdd / 1200 + ssd * 0.8 / 200; in parts of a unit.
export function farmingUnits({ cores, memoryMib, ssdMib, hddMib }) {
  const [memory, ssd, hdd] = [memoryMib, ssdMib, hddMib].map(BigInt);
  const beyondFirst = memory > 1024n ? memory - 1024n : 0n;
  return {
    cu: lesser((beyondFirst * UNIT) / 4_096n, BigInt(cores) * 2n * UNIT, (ssd * UNIT) / 51_200n),
    su: (hdd * UNIT) / 1_228_800n + (ssd * UNIT) / 256_000n,
  };
}

// The most that a report is credited with after more than so many blocks of silence, in a development chain.
const [LIVE_BLOCKS, LATE_CREDIT] = [5, 30];

// How many seconds between `start` and `end` the reports of a node attest that has not rebooted since it registered.
// Each attests the time just before it: as much as its counter has grown by, but no more than has passed.
export function attested(registered, reports, { start, end }) {
  let [last, seconds] = [{ ...registered, uptime: 0 }, 0];
  for (const report of reports) {
    const limit = report.block - last.block > LIVE_BLOCKS ? LATE_CREDIT : Infinity;
    const credited = Math.min(report.uptime - last.uptime, report.time - last.time, limit);
    seconds += Math.max(0, Math.min(report.time, end) - Math.max(report.time - credited, start));
    last = report;
  }
  return seconds;
}

export const FARMING_MONTH = 2_630_880n;
const CU_MONTH = 2_400_000_000n;
const SU_MONTH = 1_000_000_000n;
const CONNECTION_PRICE = 80_000_000_000_000_000n;

// The reward of the default policy for `uptime` seconds: 2.40 USD a CU and 1 USD an SU in a month, at 0.08 USD
// for one TFT. Nano-dollars of each part and 10^-7 TFT, rounded down.
export function reward({ cu, su }, uptime) {
  const [compute, storage] = [BigInt(cu) * CU_MONTH, BigInt(su) * SU_MONTH].map((month) => month * BigInt(uptime));
  const divisor = UNIT * FARMING_MONTH;
  return {
    compute: compute / divisor,
    storage: storage / divisor,
    usd: (compute + storage) / divisor,
    tft: ((compute + storage) * 10n ** 16n) / (divisor * CONNECTION_PRICE),
  };
}

export const sum = (list, part = (one) => one) => list.reduce((total, one) => total + BigInt(part(one)), 0n);
