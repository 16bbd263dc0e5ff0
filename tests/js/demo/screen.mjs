// What people see. On a terminal a step that takes a while shows that it lives; elsewhere, and in a file, each
// line is written once and stays as it is.

import { span } from '../lib/numbers.mjs';

const live = process.stdout.isTTY === true;
const paint = live && !process.env.NO_COLOR;
const WIDTH = 62;
const CLEAR_LINE = '\r\x1b[K';

const bold = (text) => (paint ? `\x1b[1m${text}\x1b[0m` : text);
const faint = (text) => (paint ? `\x1b[2m${text}\x1b[0m` : text);

// The line that is drawn again every second, and what was said while a step was under way: that appears below it.
let pending = null;
const later = [];

function write(text) {
  if (pending?.isStep) later.push(text);
  else if (pending && live) process.stdout.write(CLEAR_LINE + text + pending.draw());
  else process.stdout.write(text);
}

// Gives up what is under way, so that what is written next appears.
export function interrupt() {
  if (pending) process.stdout.write(`${pending.isStep ? 'failed' : ''}\n`);
  pending = null;
}

export const line = (text = '') => write(`${text}\n`);
export const heading = (text) => write(`\n${bold(text)}\n`);

// Why something is so, below what has happened.
export const note = (text) => write(`${wrap(text, 78).map((part) => `  ${faint(part)}`).join('\n')}\n`);

function wrap(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

const dotted = (title) => `${title} ${'.'.repeat(Math.max(3, WIDTH - title.length))} `;

// Shows `title` while `work` runs, then what came of it.
export async function step(title, work) {
  const lead = dotted(title);
  if (!live) process.stdout.write(lead);
  const end = (outcome) => (live ? `${CLEAR_LINE}${lead}${outcome}\n` : `${outcome}\n`);
  const started = Date.now();
  await during(true, () => lead + span((Date.now() - started) / 1000), work, end);
}

// Shows what `status` says while `work` runs. Lines that are written meanwhile appear at once.
export const watch = (status, work) => during(false, status, work, () => (live ? CLEAR_LINE : ''));

async function during(isStep, status, work, end) {
  // A line that wraps couldn't be taken back.
  const draw = () => CLEAR_LINE + status().slice(0, (process.stdout.columns ?? 80) - 1);
  pending = { isStep, draw };
  if (live) process.stdout.write(draw());
  const timer = live ? setInterval(() => pending && process.stdout.write(draw()), 1_000) : null;
  let outcome = 'failed';
  try {
    outcome = await work();
    return outcome;
  } finally {
    clearInterval(timer);
    pending = null;
    process.stdout.write(end(outcome) + later.splice(0).join(''));
  }
}

// Rows with their columns below each other; columns of numbers at the right.
export function table(rows, right = []) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    const cells = row.map((cell, column) => (
      right.includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])));
    line(`  ${cells.join('  ').trimEnd()}`);
  }
}
