// The options of a build, as the command line gives them, and the defaults.

import { PROJECT_DIR } from "../project-dir.ts";

/** Options of a build. All folders are absolute. */
export interface BuildOptions {
  readonly contentDir: string;
  readonly outputDir: string;
  /** `https://host/base/`, with a slash at the end; absent when unknown: then site.json's `url` counts. */
  readonly url?: string;
  /** `/base/`, with slashes at both ends; overrides the path of `url`. */
  readonly basePath?: string;
  /** Includes drafts, private, pending and future posts. */
  readonly drafts: boolean;
  readonly search: boolean;
  /** Leaves out what is told about the conversations: people, sources, figures, data, feeds but one, old addresses. */
  readonly isLean: boolean;
  /** Makes copies of images in AVIF too, which takes seconds for each. */
  readonly avif: boolean;
  /** Folder that keeps what was made of images. Safe to delete. */
  readonly imageCacheDir: string;
  /** Folder that keeps what was drawn by the last builds. Safe to delete. */
  readonly siteCacheDir: string;
  /** Draws everything anew, and takes nothing over from the last build. */
  readonly isCold: boolean;
  /** Workers that read and draw, 0 for none; absent: as many as pay for the number of posts. */
  readonly workers?: number;
  /** Under `npm start`: pages may reload themselves. */
  readonly isDevelopment: boolean;
}

export { PROJECT_DIR };

/** What a build does when it is told nothing. */
export const DEFAULT_OPTIONS: BuildOptions = {
  contentDir: `${PROJECT_DIR}content`,
  outputDir: `${PROJECT_DIR}_site`,
  drafts: false,
  search: true,
  isLean: false,
  avif: false,
  imageCacheDir: `${PROJECT_DIR}.cache/images`,
  siteCacheDir: `${PROJECT_DIR}.cache/site`,
  isCold: false,
  isDevelopment: false,
};
