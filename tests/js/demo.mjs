// The demo: the main job of a region on this computer, from the first block to the auditor's report.

import { check, gather } from './demo/audit.mjs';
import { report } from './demo/report.mjs';
import { heading, interrupt, line, step, table } from './demo/screen.mjs';
import { play } from './demo/story.mjs';
import { overhear } from './lib/client.mjs';
import { workspace } from './lib/processes.mjs';

const stage = {};

process.on('exit', (code) => {
  if (code >= 128) process.stdout.write('\nStopped. Nothing is left running, nothing is left behind.\n');
});

// What the programs said last, for whoever wants to know why it went wrong.
function fail(error) {
  interrupt();
  line(`\nerror: ${error.message}`);
  for (const program of [stage.chain, stage.daemon]) {
    if (program) line(`\nThe last lines of ${program.name}:\n${program.tail().replace(/^/gm, '  ')}`);
  }
  process.exit(1);
}

async function stop() {
  await step('Everything is stopped', async () => {
    stage.journal.stop();
    await stage.client.disconnect();
    await stage.daemon.stop();
    await stage.chain.stop();
    return 'nothing is left running';
  });
}

function goOn() {
  heading('Try next');
  table([
    ['target/release/gridchain --dev --tmp', 'your own region: polkadot.js at ws://127.0.0.1:9944'],
    ['target/release/gridchain-daemon hardware', 'what the chain is told of this computer'],
    ['scripts/test.sh', 'all tests'],
    ['daemon/README.md, node/README.md', 'how farmers and validators do it for real'],
  ]);
}

async function main() {
  await play(workspace(), stage);
  const facts = await gather(stage);
  await stop();
  const checks = check(stage, facts);
  report(stage, facts, checks);
  goOn();
  return checks.every(([, holds]) => holds);
}

const sumsAreRight = await overhear(() => main().catch(fail));
if (!sumsAreRight) line('\nerror: a sum is wrong, see NO above');
process.exit(sumsAreRight ? 0 : 1);
