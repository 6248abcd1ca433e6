// Those who read and draw a site: this thread alone, or workers with a share of the posts each where there are many.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { bundleScript } from "../../run-bundled.js";
import type { KeptFile } from "../cache/lost-files.ts";
import { loadPageTypes } from "../page-types.ts";
import type { ReadWords } from "../search/index-share.ts";
import type { FoundPost, WantedPost } from "./find-post.ts";
import { createShare, type DrawingSetting, type DrawnPost, type PostOrder, type Share } from "./share.ts";
import type { ShareCall } from "./share-worker.ts";

/** Starting a worker costs as much as drawing some hundred posts. */
const WORKER_THRESHOLD = 300;
const MAX_WORKERS = 4;
/** Few of a page's objects outlive it: more room for young ones takes memory, and no less time. */
const YOUNG_GENERATION_MB = 12;
/** Orders that are handed over together, and messages to a worker that may wait for it. */
const READ_AT_ONCE = 250;
const POSTS_AT_ONCE = 100;
const PAGES_AT_ONCE = 20;
const WAITING = 3;

/** Reads and draws. Calls come in this order, the last from any state. */
export interface Crew {
  /** The code that the workers run; empty where this thread works alone. */
  readonly code: string;
  /** Reads posts; their words stay with who read them. `onFound` is told of each that is not as it is known to be. */
  readonly readPosts: (
    contentDir: string,
    posts: readonly WantedPost[],
    areStamped: boolean,
    onFound: (post: FoundPost) => void,
  ) => Promise<void>;
  readonly begin: (setting: DrawingSetting) => Promise<void>;
  /** Returns those files of the published site that are not as they were published. */
  readonly findLost: (siteDir: string, files: readonly KeptFile[]) => Promise<readonly string[]>;
  /** Draws posts. Each is drawn once. `onDrawn` is told of each. */
  readonly drawPosts: (orders: readonly PostOrder[], onDrawn: (post: DrawnPost) => void) => Promise<void>;
  /** Draws pages, each a PageOrder as JSON; their views are made a few at a time. */
  readonly drawPages: (orders: AsyncIterable<string>) => Promise<void>;
  /** Returns the words that were read for the search index. */
  readonly finish: () => Promise<readonly ReadWords[]>;
  /** Ends the workers. */
  readonly close: () => Promise<void>;
}

/** Somebody with a share. */
interface Member {
  readonly call: <Name extends keyof Share>(
    name: Name,
    ...args: Parameters<Share[Name]>
  ) => Promise<ReturnType<Share[Name]>>;
  /** Calls that wait for their answer. */
  readonly waiting: () => number;
  readonly close: () => Promise<unknown>;
}

/** Opens a crew for so many posts. */
export async function openCrew(postCount: number, workers = chooseWorkers(postCount)): Promise<Crew> {
  const code = workers === 0 ? "" : await bundleScript("site/drawing/share-worker.ts");
  const members =
    workers === 0 ? [await workHere()] : Array.from({ length: workers }, (_, number) => startWorker(code, number));
  const owners = new Map<string, Member>();
  const idlest = (): Member => members.reduce((best, other) => (other.waiting() < best.waiting() ? other : best));
  return {
    code,
    readPosts: async (contentDir, posts, areStamped, onFound) => {
      const size = Math.ceil(posts.length / members.length);
      await Promise.all(
        members.flatMap((member, index) => {
          const share = posts.slice(index * size, (index + 1) * size);
          for (const { id } of share) owners.set(id, member);
          // This thread takes in what was found while more is read.
          return inGroups(share, READ_AT_ONCE).map(async (group) => {
            for (const post of await member.call("readPosts", contentDir, group, areStamped)) onFound(post);
          });
        }),
      );
    },
    begin: async (setting) => {
      await Promise.all(members.map((member) => member.call("begin", setting)));
    },
    findLost: (siteDir, files) => idlest().call("findLost", siteDir, files),
    drawPosts: async (orders, onDrawn) => {
      await Promise.all(
        members.map(async (member) => {
          const own = orders.filter(({ id }) => owners.get(id) === member);
          const drawn = inGroups(own, POSTS_AT_ONCE).map(async (group) => {
            for (const post of await member.call("drawPosts", group)) onDrawn(post);
          });
          await Promise.all(drawn);
        }),
      );
    },
    drawPages: async (orders) => {
      const open = new Set<Promise<void>>();
      let group: string[] = [];
      const give = async (): Promise<void> => {
        const given = group;
        group = [];
        while (open.size >= WAITING * members.length) await Promise.race(open);
        const work = idlest()
          .call("drawPages", given)
          .then(() => {
            open.delete(work);
          });
        open.add(work);
        // Whoever waits for it hears of a failure; until then nobody does.
        work.catch(() => {});
      };
      for await (const order of orders) if (group.push(order) === PAGES_AT_ONCE) await give();
      if (group.length > 0) await give();
      await Promise.all(open);
    },
    finish: () => Promise.all(members.map((member) => member.call("finish"))),
    close: async () => {
      await Promise.all(members.map((member) => member.close()));
    },
  };
}

function chooseWorkers(postCount: number): number {
  const count = Math.min(MAX_WORKERS, availableParallelism());
  return postCount < WORKER_THRESHOLD || count < 2 ? 0 : count;
}

async function workHere(): Promise<Member> {
  await loadPageTypes();
  const share = createShare(0);
  return {
    call: async (name, ...args) => {
      const work = share[name] as (...all: readonly unknown[]) => ReturnType<Share[typeof name]>;
      return work(...args);
    },
    waiting: () => 0,
    close: async () => {},
  };
}

/** Starts a worker. It answers calls in their order; once it has failed, every call fails. */
function startWorker(code: string, number: number): Member {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB };
  const worker = new Worker(code, { eval: true, workerData: { number }, resourceLimits });
  const waiting: { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }[] = [];
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on("messageerror", fail);
  worker.on("message", (answer: unknown) => waiting.shift()?.resolve(answer));
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`A drawing worker stopped with code ${code}.`)));
  return {
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) reject(failure);
        else {
          waiting.push({ resolve: resolve as (value: unknown) => void, reject });
          worker.postMessage({ name, args } satisfies ShareCall);
        }
      }),
    waiting: () => waiting.length,
    close: () => worker.terminate(),
  };
}

function inGroups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
