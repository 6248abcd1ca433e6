// The one build of this process: hands the command line's options to .eleventy.ts, which Eleventy loads by its path.

import type { SiteCache } from "./cache/site-cache.ts";
import { type BuildOptions, DEFAULT_OPTIONS } from "./options.ts";
import type { SitePlan } from "./plan.ts";
import type { Site } from "./site.ts";

/** A build and who wants to know that its archive is loaded. */
export interface CurrentBuild {
  readonly options: BuildOptions;
  readonly onLoaded: (site: Site, plan: SitePlan) => void;
  /** What is remembered from build to build; absent for nothing. */
  readonly cache?: SiteCache;
  /** Called once, when an image is met that is not in the cache: making copies takes a while. */
  readonly onMakingImages?: () => void;
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
