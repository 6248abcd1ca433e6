// Converts the texts of an import: here, or in worker threads where there is much to convert. A text that brings a worker
// down costs only itself.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { readWorkerCode } from "../worker-code.ts";
import { type ConvertedText, convertInNeed, convertText, type TextJob } from "./convert-text.ts";
import type { WorkerAnswer, WorkerReady, WorkerSettings, WorkerTask } from "./worker-messages.ts";

/** Converts texts. */
export interface TextConverter {
  /** How many characters of HTML may wait for their conversion; 0 where texts are converted as they are given. */
  readonly lookAhead: number;
  /** Returns the converted texts in the order of the jobs. Never rejects. */
  readonly convert: (jobs: readonly TextJob[]) => Promise<readonly ConvertedText[]>;
  /** Hands over what was given and still waits for company; to be called before waiting for it. */
  readonly flush: () => void;
  /** Ends the workers. */
  readonly close: () => Promise<void>;
}

interface Task extends WorkerTask {
  readonly resolve: (texts: readonly ConvertedText[]) => void;
}

interface Member {
  readonly worker: Worker;
  /** In the order in which they were given; the first is being worked on. */
  readonly tasks: Map<number, Task>;
  /** It has come so far that only a text can end it. */
  isReady: boolean;
}

// Bytes of exports from which on workers pay: starting them costs as much as converting some thousand texts.
const WORKER_THRESHOLD = 3_000_000;
// The thread that reads and writes keeps no more of them busy, and each takes some 40 MB.
const MAX_WORKERS = 2;
const LOOK_AHEAD = 256_000;
// Short texts are handed over together, a long thread is shared out among the workers.
const TASK_SIZE = 24_000;
// Few of a text's objects outlive it: more room for young ones only takes memory.
const YOUNG_GENERATION_MB = 6;

/** Opens a converter for exports of so many bytes in all. */
export function openTextConverter(size: number, maskEmails: boolean): TextConverter {
  // One processor is left to reading and writing, which take as long.
  const count = size < WORKER_THRESHOLD ? 0 : Math.min(MAX_WORKERS, availableParallelism() - 1);
  return count < 1 ? convertHere(maskEmails) : convertInWorkers(count, maskEmails);
}

/** Returns a converter without workers. */
export function convertHere(maskEmails: boolean): TextConverter {
  return {
    lookAhead: 0,
    convert: async (jobs) => jobs.map((job) => convertText(job, maskEmails)),
    flush: () => {},
    close: async () => {},
  };
}

/**
 * Returns a converter with so many workers. `code` is their script. Where workers end before they can convert, as on a
 * machine without memory for them, the texts are converted here.
 */
export function convertInWorkers(
  count: number,
  maskEmails: boolean,
  code = readWorkerCode("texts/text-worker.ts"),
): TextConverter {
  let lastId = 0;
  let isClosing = false;
  const give = (member: Member, task: Task): void => {
    member.tasks.set(task.id, task);
    member.worker.postMessage({ id: task.id, jobs: task.jobs } satisfies WorkerTask);
  };
  const start = (): Member => {
    const workerData: WorkerSettings = { maskEmails };
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB };
    const worker = new Worker(code, { eval: true, workerData, resourceLimits });
    const member: Member = { worker, tasks: new Map(), isReady: false };
    let failure = "the converting thread ended";
    worker.on("message", (message: WorkerAnswer | WorkerReady) => {
      member.isReady = true;
      if ("isReady" in message) return;
      member.tasks.get(message.id)?.resolve(message.texts);
      member.tasks.delete(message.id);
    });
    worker.on("error", (error) => {
      failure = error instanceof Error ? error.message : String(error);
    });
    worker.on("exit", () => {
      if (isClosing) return;
      if (member.isReady) replace(member, failure);
      else doWithout(member);
    });
    return member;
  };
  const members = Array.from({ length: count }, start);
  // Only the task that it worked on can have ended it: its texts are tried one by one, the other tasks as they are.
  const replace = (dead: Member, failure: string): void => {
    const [suspect, ...others] = dead.tasks.values();
    const successor = start();
    members[members.indexOf(dead)] = successor;
    for (const task of others) give(successor, task);
    if (suspect === undefined) return;
    const [only] = suspect.jobs;
    if (suspect.jobs.length === 1 && only !== undefined) {
      suspect.resolve([convertInNeed(only, maskEmails, failure)]);
    } else {
      const alone = suspect.jobs.map((job) => convertTogether([job]));
      void Promise.all(alone).then((texts) => suspect.resolve(texts.flat()));
    }
  };
  // One that could not even begin would not fare better a second time.
  const doWithout = (dead: Member): void => {
    members.splice(members.indexOf(dead), 1);
    for (const { jobs, resolve } of dead.tasks.values()) void convertTogether(jobs).then(resolve);
  };
  const convertTogether = (jobs: readonly TextJob[]): Promise<readonly ConvertedText[]> =>
    new Promise((resolve) => {
      lastId += 1;
      const [first, ...rest] = members;
      if (first === undefined) {
        resolve(jobs.map((job) => convertText(job, maskEmails)));
        return;
      }
      const idlest = rest.reduce((best, member) => (member.tasks.size < best.tasks.size ? member : best), first);
      give(idlest, { id: lastId, jobs, resolve });
    });
  const { convert, flush } = gatherJobs(convertTogether);
  return {
    lookAhead: LOOK_AHEAD,
    convert,
    flush,
    close: async () => {
      isClosing = true;
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Gathers jobs until there are enough for a task, and deals its texts out again. */
function gatherJobs(convertTogether: TextConverter["convert"]): Pick<TextConverter, "convert" | "flush"> {
  let jobs: TextJob[] = [];
  let size = 0;
  let resolvers: ((text: ConvertedText) => void)[] = [];
  const flush = (): void => {
    if (jobs.length === 0) return;
    const waiting = resolvers;
    void convertTogether(jobs).then((texts) => {
      for (const [index, text] of texts.entries()) waiting[index]?.(text);
    });
    jobs = [];
    resolvers = [];
    size = 0;
  };
  const add = (job: TextJob): Promise<ConvertedText> => {
    const converted = new Promise<ConvertedText>((resolve) => resolvers.push(resolve));
    jobs.push(job);
    size += job.html.length;
    if (size >= TASK_SIZE) flush();
    return converted;
  };
  return { convert: (added) => Promise.all(added.map(add)), flush };
}
