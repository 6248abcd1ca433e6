// Names the platform that a source was published on.

import type { Strings } from "../scripts/strings/index.ts";

/** Returns the platform's name; a platform without one of ours is named as the source file has it. */
export function namePlatform(platform: string | undefined, t: Strings): string | undefined {
  if (platform === undefined) return undefined;
  const key = `platform.${platform}`;
  return Object.hasOwn(t, key) ? t[key as keyof Strings] : platform;
}
