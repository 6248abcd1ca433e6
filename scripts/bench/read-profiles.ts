// Tells from V8's CPU profiles of an import, one for each thread, what its processor time went to.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Milliseconds of processor time by stage. */
export type StageTimes = Readonly<Record<string, number>>;

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

// The innermost function that belongs to a stage tells; `url` is the path of its file.
const STAGES: readonly (readonly [stage: string, url: RegExp])[] = [
  ["language", /\/eld\/|\/detect-language\.ts/],
  ["convert and prove", /\/scripts\/markdown\/|\/import\/texts\/|markdown-it|\[worker eval\]/],
  ["write", /\/scripts\/archive\//],
  ["read", /\/scripts\/import\/|htmlparser2/],
];
const NOT_WORK: ReadonlySet<string> = new Set(["(idle)", "(program)", "(root)"]);

/** Adds up the profiles of a folder; `bundle` is what ran. What belongs to no stage, such as loading modules, is `other`. */
export function readProfiles(folder: string, bundle: string): StageTimes {
  const files = listFiles(bundle);
  const times = new Map<string, number>([...STAGES.map(([stage]) => [stage, 0] as const), ["other", 0]]);
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".cpuprofile")) continue;
    // What V8 writes is trusted to be what V8 writes.
    addProfile(JSON.parse(readFileSync(join(folder, name), "utf8")) as Profile, files, times);
  }
  return Object.fromEntries(times);
}

/** Returns the file that each line of a bundle came from: esbuild writes its path above it. */
function listFiles(bundle: string): readonly string[] {
  let file = "";
  return bundle.split("\n").map((line) => {
    const path = /^\/\/ (\S+\.(?:[cm]?[jt]sx?|json))$/.exec(line)?.[1];
    if (path !== undefined) file = `/scripts/${path}`;
    return file;
  });
}

function addProfile(
  { nodes, samples, timeDeltas }: Profile,
  files: readonly string[],
  times: Map<string, number>,
): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const stages = new Map<number, string>();
  const findStage = (id: number): string => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { url = "", lineNumber = 0 } = byId.get(at)?.callFrame ?? {};
      const place = url.endsWith(".bundle.js") ? (files[lineNumber] ?? "") : url;
      const found = STAGES.find(([, pattern]) => pattern.test(place));
      if (found !== undefined) return found[0];
    }
    return "other";
  };
  for (const [index, id] of samples.entries()) {
    if (NOT_WORK.has(byId.get(id)?.callFrame.functionName ?? "")) continue;
    const stage = stages.get(id) ?? findStage(id);
    stages.set(id, stage);
    times.set(stage, (times.get(stage) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
}
