// Numbers as people read them: TFT with 7 decimals, dollars, gigabytes, minutes.

export const TFT = 10_000_000n;

const grouped = (whole) => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

// 10^-7 TFT as TFT: 9431819 is 0.9431819.
export function tft(amount) {
  const units = BigInt(amount);
  if (units < 0n) return `-${tft(-units)}`;
  return `${grouped(units / TFT)}.${String(units % TFT).padStart(7, '0')}`;
}

// `amount / 10^digits`, without trailing zeros.
export function decimal(amount, digits) {
  const one = 10n ** BigInt(digits);
  const units = BigInt(amount);
  const fraction = String(units % one).padStart(digits, '0').replace(/0+$/, '');
  return grouped(units / one) + (fraction && `.${fraction}`);
}

// Nano-dollars as dollars: 10375000 is 0.010375.
export const usd = (nano) => decimal(nano, 9);

// Dollars for one TFT, which the chain counts in 10^-18.
export const price = (fixed) => decimal(fixed, 18);

// Parts of one cloud unit.
export const UNIT = 6_144_000n;

// Cloud units to three decimals.
export const cloudUnits = (parts) => decimal((BigInt(parts) * 1_000n + UNIT / 2n) / UNIT, 3);

// Memory or disk: 1 GB is 1024 MiB, as in the chain's formulas.
export function gigabytes(mib) {
  const tenths = Math.round((Number(mib) * 10) / 1024);
  return `${tenths >= 1000 ? Math.round(tenths / 10) : tenths / 10} GB`;
}

// What a computer has or a workload takes, in one line.
export function capacity({ cores, memoryMib, ssdMib, hddMib, gpus }) {
  const parts = [`${cores} ${Number(cores) === 1 ? 'core' : 'cores'}`, `${gigabytes(memoryMib)} memory`];
  if (Number(ssdMib) > 0) parts.push(`${gigabytes(ssdMib)} SSD`);
  if (Number(hddMib) > 0) parts.push(`${gigabytes(hddMib)} HDD`);
  if (Number(gpus) > 0) parts.push(`${gpus} GPU`);
  return parts.join(', ');
}

// The two greatest units of a stretch of time: 90 s is 1 min 30 s.
export function span(seconds) {
  const total = Math.round(Number(seconds));
  const sizes = [['d', 86_400], ['h', 3_600], ['min', 60], ['s', 1]];
  const first = sizes.findIndex(([, size]) => total >= size);
  if (first < 0) return '0 s';
  let rest = total;
  const parts = sizes.slice(first, first + 2).map(([name, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? `${count} ${name}` : '';
  });
  return parts.filter(Boolean).join(' ');
}

// A moment of chain time on the clock of this computer.
export const clock = (time) => new Date(Number(time) * 1000).toTimeString().slice(0, 8);

// A part of a whole in percent, with one decimal.
export function percent(part, whole) {
  if (BigInt(whole) === 0n) return '0 %';
  return `${decimal((BigInt(part) * 1_000n) / BigInt(whole), 1)} %`;
}
