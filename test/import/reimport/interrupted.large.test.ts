// An import that is killed leaves what check accepts, and the next run makes of it what an undisturbed one makes.
// Every change of the disk; interrupted.test.ts tries some of them.

import assert from "node:assert/strict";
import test from "node:test";
import { interruptAll, makeScenarios } from "./interrupted-runs.ts";

const STEP = 1;

for (const scenario of makeScenarios()) {
  test(`${scenario.name} goes on where it was interrupted`, async (t) => {
    const count = await interruptAll(scenario, 1, STEP);
    assert.ok(count > 0);
    t.diagnostic(`${count} interruptions`);
  });
}
