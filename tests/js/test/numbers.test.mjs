// Numbers as people read them, and the formulas by which the other tests check the chain: each figure here was
// worked out by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attested, charge, farmingUnits, reward, shares } from '../lib/formulas.mjs';
import { capacity, cloudUnits, decimal, gigabytes, percent, price, span, tft, usd } from '../lib/numbers.mjs';

test('amounts show all of their decimals, and thousands', () => {
  assert.equal(tft(9_431_819), '0.9431819');
  assert.equal(tft(10_000_000_000_000n), '1,000,000.0000000');
  assert.equal(tft(-1), '-0.0000001');
  assert.equal(usd(10_375_000), '0.010375');
  assert.equal(usd('2400000000'), '2.4');
  assert.equal(price('11000000000000000'), '0.011');
  assert.equal(decimal(1_234_000, 3), '1,234');
});

test('sizes, spans and parts are in the units that people think in', () => {
  // 24,105 / 1024 = 23.54; 262,144 / 1024 = 256.
  assert.equal(gigabytes(24_105), '23.5 GB');
  assert.equal(gigabytes(262_144), '256 GB');
  assert.equal(capacity({ cores: 1, memoryMib: 2_048, ssdMib: 0, hddMib: 1_048_576, gpus: 1 }),
    '1 core, 2 GB memory, 1024 GB HDD, 1 GPU');
  assert.deepEqual([0, 59, 60, 90, 3_600, 7_260, 604_800].map(span),
    ['0 s', '59 s', '1 min', '1 min 30 s', '1 h', '2 h 1 min', '7 d']);
  // 252 / 258 = 97.67 %, cut to one decimal.
  assert.equal(percent(252, 258), '97.6 %');
  assert.equal(percent(0, 0), '0 %');
  assert.equal(cloudUnits(460_800), '0.075');
});

test('a charge is rounded up', () => {
  // 0.010375 USD/h for an hour at 0.011 USD for one TFT: 0.94318181..; for a minute: 0.01571969..
  const [rate, tftPrice] = [10_375_000, '11000000000000000'];
  assert.equal(charge(rate, 3_600, tftPrice), 9_431_819n);
  assert.equal(charge(rate, 60, tftPrice), 157_197n);
  assert.equal(charge(rate, 0, tftPrice), 0n);
});

test('what shares leave is burned', () => {
  // 10 % of 157,197 is 15,719.7, 5 % is 7,859.85, 50 % is 78,598.5: 102,176 are given, 55,021 are left.
  assert.deepEqual(shares(157_197),
    { burned: 55_021n, treasury: 15_719n, validators: 7_859n, provider: 0n, farm: 78_598n });
});

test('a report attests the time just before it, and no more than has passed', () => {
  const reports = [
    // Up for an hour, registered 10 s ago: 10 s.
    { block: 3, time: 1_010, uptime: 3_600 },
    // 12 s have passed, and it says 10.
    { block: 5, time: 1_022, uptime: 3_610 },
    // 8 s, of which 3 are beyond the end.
    { block: 7, time: 1_033, uptime: 3_618 },
    // 60 s in 10 blocks: the last 30 s, which are all beyond it.
    { block: 17, time: 1_093, uptime: 3_678 },
  ];
  const registered = { block: 1, time: 1_000 };
  assert.equal(attested(registered, reports, { start: 0, end: 1_030 }), 25);
  assert.equal(attested(registered, reports, { start: 1_030, end: 1_330 }), 33);
  assert.equal(attested(registered, reports, { start: 1_000, end: 1_330 }), 58);
});

test('a node earns for what is scarcest in it', () => {
  // 2 cores, 25 GB, 100 GB SSD, 1,200 GB HDD: min(24/4, 2*2, 100/50) = 2 CU; 1200/1200 + 100/250 = 1.4 SU.
  const units = farmingUnits({ cores: 2, memoryMib: 25_600, ssdMib: 102_400, hddMib: 1_228_800 });
  assert.deepEqual(units, { cu: 12_288_000n, su: 8_601_600n });
  // A full month: 2 x 2.40 + 1.4 x 1.00 = 6.20 USD, at 0.08 USD for one TFT 77.5 TFT.
  assert.deepEqual(reward(units, 2_630_880),
    { compute: 4_800_000_000n, storage: 1_400_000_000n, usd: 6_200_000_000n, tft: 775_000_000n });
});
