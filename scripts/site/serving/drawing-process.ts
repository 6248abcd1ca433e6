// Draws whole sites in a process of its own, so that the one that serves answers at once, whatever is being drawn.

import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Problem } from "../../archive/model.ts";
import type { DrawingSetting, PostOrder } from "../drawing/share.ts";
import { type BuildOptions, PROJECT_DIR } from "../options.ts";
import type { KeptParts } from "../swap.ts";

const SCRIPT = join(PROJECT_DIR, "scripts", "site", "serving", "run-drawing.js");

/** What is known of a site before it is drawn. */
export interface PlannedSite {
  readonly posts: number;
  readonly pages: number;
  readonly problems: readonly Problem[];
  /** With these and its folder any post can be drawn by itself. */
  readonly orders: readonly PostOrder[];
  readonly setting: DrawingSetting;
}

/** What the process is told: to draw, and that the drawn site stands where it is served. */
export type DrawingOrder =
  | { readonly kind: "draw"; readonly options: BuildOptions; readonly servedDir: string }
  | { readonly kind: "published" };

/** What the process tells, in this order; failed at any time. */
export type DrawingMessage =
  | { readonly kind: "planned"; readonly planned: PlannedSite }
  | { readonly kind: "drawn"; readonly kept: KeptParts }
  /** The process ends after it where it would hold too much memory. */
  | { readonly kind: "kept"; readonly isLast: boolean }
  | { readonly kind: "failed"; readonly reason: string };

/** A process that draws. */
export interface DrawingProcess {
  /** Draws into `options.outputDir` what is not as it was in the served folder, and returns the rest. One at a time. Throws what stops it. */
  readonly draw: (
    options: BuildOptions,
    servedDir: string,
    onPlanned: (planned: PlannedSite) => void,
  ) => Promise<KeptParts>;
  /** Has it note for the next drawing what now stands in the served folder. */
  readonly keep: () => Promise<void>;
  /** Ends the process at once: what it was drawing is nobody's. */
  readonly stop: () => void;
}

/** Begins nothing before there is something to draw. */
export function createDrawingProcess(): DrawingProcess {
  let child: ChildProcess | undefined;
  const ask = (order: DrawingOrder, onMessage: (message: DrawingMessage) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const drawer = child?.connected ? child : fork(SCRIPT, { serialization: "advanced" });
      child = drawer;
      const end = (): void => {
        drawer.off("message", onAnswer).off("exit", onExit).off("error", onError);
      };
      const onExit = (code: number | null): void => {
        end();
        reject(new Error(`the process that draws it ended with ${code ?? "a signal"}.`));
      };
      const onError = (error: Error): void => {
        end();
        if (child === drawer) child = undefined;
        reject(error);
      };
      const onAnswer = (message: DrawingMessage): void => {
        onMessage(message);
        if (message.kind === "planned") return;
        end();
        if (message.kind === "kept" && message.isLast) child = undefined;
        if (message.kind === "failed") reject(new Error(message.reason));
        else resolve();
      };
      drawer.on("message", onAnswer).on("exit", onExit).on("error", onError);
      // It may have ended a moment ago.
      drawer.send(order, (error) => error && onError(error));
    });
  return {
    draw: async (options, servedDir, onPlanned) => {
      let kept: KeptParts = { of: undefined, paths: [] };
      await ask({ kind: "draw", options, servedDir }, (message) => {
        if (message.kind === "planned") onPlanned(message.planned);
        else if (message.kind === "drawn") ({ kept } = message);
      });
      return kept;
    },
    // Without a note the next drawing only takes longer.
    keep: async () => {
      if (child?.connected) await ask({ kind: "published" }, () => {}).catch(() => {});
    },
    stop: () => {
      child?.kill("SIGKILL");
    },
  };
}
