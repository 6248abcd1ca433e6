// The one build of this process: hands the command line's options to .eleventy.ts, which Eleventy loads by its path.

import type { SiteDrawing } from "./drawing/draw-site.ts";
import { type BuildOptions, DEFAULT_OPTIONS } from "./options.ts";
import type { SitePlan } from "./plan.ts";
import type { Site } from "./site.ts";

/** A build and who wants to know that its archive is loaded. */
export interface CurrentBuild {
  readonly options: BuildOptions;
  readonly onLoaded: (site: Site, plan: SitePlan) => void;
  /** The drawing that was begun for it; absent when Eleventy was started by hand. */
  readonly opening?: Promise<SiteDrawing>;
}

let current: CurrentBuild = { options: DEFAULT_OPTIONS, onLoaded: () => {} };

/** Sets the build that Eleventy will be configured for. */
export function setCurrentBuild(build: CurrentBuild): void {
  current = build;
}

/** Returns the build to configure; the defaults when Eleventy was started by hand. */
export function getCurrentBuild(): CurrentBuild {
  return current;
}
