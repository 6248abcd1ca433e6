// An import that is killed leaves what check accepts, and the next run makes of it what an undisturbed one makes.
// interrupted.large.test.ts tries every change of the disk, this one some of them.

import assert from "node:assert/strict";
import test from "node:test";
import { interruptAll, makeScenarios } from "./interrupted-runs.ts";

const STEP = 29;

for (const [index, scenario] of makeScenarios().entries()) {
  test(`${scenario.name} goes on where it was interrupted`, async (t) => {
    const count = await interruptAll(scenario, index + 1, STEP);
    assert.ok(count > 0);
    t.diagnostic(`${count} interruptions`);
  });
}
