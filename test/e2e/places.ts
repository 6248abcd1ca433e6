// The two places at which the browser tests look at the sample: at the root of a host, and below a path.

import { SAMPLE } from "../support/sample.ts";
import { type BuiltSite, buildSite } from "../support/site.ts";

/** The address of which the site below a path is told; it is never asked for. */
const TOLD_ADDRESS = "https://archive.example/repo/";

/** A way to build the sample and to serve it. */
export interface Place {
  readonly name: string;
  readonly basePath: string;
  readonly build: () => Promise<BuiltSite>;
}

/** A site that knows nothing of its address, at the root; one that knows it, below its path. */
export const PLACES: readonly Place[] = [
  { name: "at /, with relative links", basePath: "/", build: () => buildSite(SAMPLE) },
  {
    name: "at /repo/, built for that address",
    basePath: "/repo/",
    build: () => buildSite(SAMPLE, ["--url", TOLD_ADDRESS]),
  },
];
