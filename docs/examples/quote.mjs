// Puts the examples into docs/clients.md as they are now: node docs/examples/quote.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const guide = new URL('../clients.md', import.meta.url);
const example = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const quote = (block, name) => `\`examples/${name}\`:\n\n\`\`\`js\n${example(name)}\`\`\``;

const text = readFileSync(guide, 'utf8');
writeFileSync(guide, text.replace(/^`examples\/(\S+)`:\n\n```js\n.*?^```$/gms, quote));
