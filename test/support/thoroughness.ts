// How thorough tests are that could go on for ever: quick in `npm test`, as thorough as is useful in `npm run test:large`.

/** Set by the runner when it was asked for large tests. */
export const LARGE_VARIABLE = "ORDSKIFTE_TEST_LARGE";

/** Whether this run is a thorough one. */
export const IS_LARGE_RUN = process.env[LARGE_VARIABLE] === "1";

/** Returns how many invented cases to try: the first number in each run, the second in a thorough one. */
export function countOf(quick: number, thorough: number): number {
  return IS_LARGE_RUN ? thorough : quick;
}
