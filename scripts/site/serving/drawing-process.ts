// Draws whole sites in a process of its own, so that the one that serves answers at once, whatever is being drawn.

import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Problem } from "../../archive/model.ts";
import type { DrawingSetting, PostOrder } from "../drawing/share.ts";
import { type BuildOptions, PROJECT_DIR } from "../options.ts";

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

/** What the process tells, in this order; failed at any time. */
export type DrawingMessage =
  | { readonly kind: "planned"; readonly planned: PlannedSite }
  | { readonly kind: "drawn" }
  | { readonly kind: "failed"; readonly reason: string };

/** A process that draws. */
export interface DrawingProcess {
  /** Draws into `options.outputDir`. One at a time. Throws what stops it. */
  readonly draw: (options: BuildOptions, onPlanned: (planned: PlannedSite) => void) => Promise<void>;
  /** Ends the process at once: what it was drawing is nobody's. */
  readonly stop: () => void;
}

/** Begins nothing before there is something to draw. */
export function createDrawingProcess(): DrawingProcess {
  let child: ChildProcess | undefined;
  return {
    draw: (options, onPlanned) =>
      new Promise((resolve, reject) => {
        const drawer = child?.connected ? child : fork(SCRIPT, { serialization: "advanced" });
        child = drawer;
        const end = (): void => {
          drawer.off("message", onMessage).off("exit", onExit);
        };
        const onExit = (code: number | null): void => {
          end();
          reject(new Error(`the process that draws it ended with ${code ?? "a signal"}.`));
        };
        const onMessage = (message: DrawingMessage): void => {
          if (message.kind === "planned") onPlanned(message.planned);
          else {
            end();
            if (message.kind === "drawn") resolve();
            else reject(new Error(message.reason));
          }
        };
        drawer.on("message", onMessage).on("exit", onExit);
        drawer.send(options);
      }),
    stop: () => {
      child?.kill("SIGKILL");
    },
  };
}
