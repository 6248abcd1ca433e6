// Some hundred inputs for each fuzz target, always the same ones; `npm run fuzz` tries others for as long as is wanted.

import { test } from "node:test";
import fc from "fast-check";
import { countOf } from "../support/thoroughness.ts";
import { FUZZ_TARGETS } from "./targets.ts";

for (const { name, property, quick } of FUZZ_TARGETS)
  test(name, () => fc.assert(property, { seed: 20261130, numRuns: countOf(quick, quick * 20), endOnFailure: false }));
