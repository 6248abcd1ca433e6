// The command behind `npm run fuzz`: tries new inputs on each target in turn, and tells how many there were and what broke.

import { parseArgs } from "node:util";
import fc from "fast-check";
import { toVisible } from "../../scripts/archive/show.ts";
import { FUZZ_TARGETS } from "./targets.ts";

const HELP = `Tries invented inputs until the time is over.

  npm run fuzz -- [options]

  --minutes N   how long, in all; 5 unless told otherwise
  --seed S      begins with this seed, a whole number; otherwise with one that is told
  --only NAME   this target only; may be given several times

Each failure is told with its smallest input, and with the seed and path that bring it back. What was found becomes a fixture
or a case of a test before it is mended. Exit code 1 when something broke, 2 for wrong use.
`;

/** A target's turn, in milliseconds: quick ones try more than slow ones. */
const TURN = 2000;
const MAX_INPUTS = 100_000;

const MAX_FAILURES = 20;

/** What became of a target. */
interface Tally {
  inputs: number;
  failures: number;
}

process.exitCode = await main();

async function main(): Promise<number> {
  const request = readRequest();
  if (request === undefined) return 2;
  const { targets, until } = request;
  let seed = request.seed;
  const tallies = new Map<string, Tally>(targets.map(({ name }) => [name, { inputs: 0, failures: 0 }]));
  let failures = 0;
  while (Date.now() < until && failures < MAX_FAILURES) {
    for (const { name, property } of targets) {
      if (Date.now() >= until) break;
      const details = await fc.check(property, { seed, numRuns: MAX_INPUTS, interruptAfterTimeLimit: TURN });
      const tally = tallies.get(name) as Tally;
      tally.inputs += details.numRuns;
      // A turn that was over before its first input is called a failure, too.
      if (!details.failed || details.counterexample === null) continue;
      tally.failures += 1;
      failures += 1;
      print(`${name} FAILED: --only ${name} --seed ${seed}, path ${details.counterexamplePath}`);
      print(`  ${fc.stringify(details.counterexample)}`);
      print(
        `  ${details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance)}`,
      );
    }
    seed = (seed + 1) | 0;
  }
  const width = Math.max(...targets.map(({ name }) => name.length));
  for (const [name, { inputs, failures: failed }] of tallies)
    print(`${name.padEnd(width)}  ${String(inputs).padStart(9)} inputs  ${failed} failures`);
  const total = [...tallies.values()].reduce((sum, { inputs }) => sum + inputs, 0);
  print(`${total} inputs, ${failures} failures; seeds ${request.seed} to ${seed - 1}, Node.js ${process.version}`);
  return failures === 0 ? 0 : 1;
}

function readRequest() {
  try {
    const { values } = parseArgs({
      options: {
        minutes: { type: "string" },
        seed: { type: "string" },
        only: { type: "string", multiple: true },
        help: { type: "boolean" },
      },
    });
    const minutes = Number(values.minutes ?? 5);
    const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
    const targets = FUZZ_TARGETS.filter(({ name }) => values.only?.includes(name) ?? true);
    const unknown = values.only?.filter((name) => !FUZZ_TARGETS.some((target) => target.name === name)) ?? [];
    if (values.help !== true && minutes > 0 && Number.isInteger(seed) && unknown.length === 0)
      return { targets, seed, until: Date.now() + minutes * 60_000 };
    if (unknown.length > 0)
      print(`There is no target ${unknown.join(", ")}. There are: ${FUZZ_TARGETS.map(({ name }) => name).join(", ")}`);
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
  }
  process.stderr.write(HELP);
  return undefined;
}

function print(line: string): void {
  process.stdout.write(`${toVisible(line)}\n`);
}
