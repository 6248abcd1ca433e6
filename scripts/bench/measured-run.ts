// Runs a program and measures it from outside, the same way whatever it is: time on the clock, processor time, peak memory.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a run took. */
export interface Run {
  readonly seconds: number;
  /** Of all its threads and the programs that it started; absent where the system does not tell (only Linux does). */
  readonly cpuSeconds?: number;
  /** In bytes, without the programs that it started; absent where the system does not tell. */
  readonly peakMemory?: number;
  /** Of the largest program that it started: the search indexer, when there is one. */
  readonly childPeakMemory?: number;
  readonly output: string;
}

/** How often the system is asked; what a run took after the last time is not counted. */
const INTERVAL = 20;
/** Of Linux's clock, whatever the machine: `getconf CLK_TCK`. */
const TICKS_PER_SECOND = 100;

/** Runs a program to its end. @throws Error with what it said when it fails. */
export async function runMeasured(program: string, args: readonly string[], cwd?: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(program, args, { ...(cwd !== undefined && { cwd }), stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let usage: Usage | undefined;
  const watch = setInterval(() => {
    usage = readUsage(child.pid, usage?.childPeakMemory ?? 0) ?? usage;
  }, INTERVAL);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  try {
    await new Promise<void>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) =>
        code === 0 ? resolve() : reject(new Error(`${program} ${args.join(" ")} ended with ${code}:\n${output}`)),
      );
    });
  } finally {
    clearInterval(watch);
  }
  return { seconds: (performance.now() - started) / 1000, ...usage, output };
}

type Usage = Required<Pick<Run, "cpuSeconds" | "peakMemory" | "childPeakMemory">>;

function readUsage(pid: number | undefined, childPeak: number): Usage | undefined {
  const peakMemory = readPeak(pid);
  if (peakMemory === undefined) return undefined;
  try {
    // The name, in parentheses, may hold spaces: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    const childPeakMemory = Math.max(childPeak, ...children.map((child) => readPeak(Number(child)) ?? 0));
    return { cpuSeconds: ticks / TICKS_PER_SECOND, peakMemory, childPeakMemory };
  } catch {
    return undefined;
  }
}

function readPeak(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
