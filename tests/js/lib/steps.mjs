// Tests that build on each other: what one has made, the next one uses.

import { it } from 'node:test';

// Gives an `it` whose tests are left out once one of them has failed: their failures would say nothing new.
// `onFailure` runs once, after the one that did.
export function steps(onFailure) {
  let failed = null;
  return (name, body, options = {}) => it(name, options, async (context) => {
    if (failed) {
      context.skip(`"${failed}" failed before`);
      return;
    }
    try {
      await body(context);
    } catch (error) {
      failed = name;
      onFailure();
      throw error;
    }
  });
}
