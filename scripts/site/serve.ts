// Serves the site with Eleventy's development server and rebuilds it when content, layouts, styles or strings change.

import Eleventy from "@11ty/eleventy";
import { print, printError } from "../print.ts";
import { LAYOUTS_INPUT } from "./configure.ts";
import { setCurrentBuild } from "./current-build.ts";
import { indexSearch } from "./index-search.ts";
import { type BuildOptions, PROJECT_DIR } from "./options.ts";

/** Builds, serves and watches. Returns when the server listens; it then runs until the process ends. */
export async function serveSite(options: BuildOptions, port: number): Promise<void> {
  process.chdir(PROJECT_DIR);
  const refreshSearch = options.search ? createSearchRefresher(options.outputDir) : () => {};
  setCurrentBuild({
    options,
    onLoaded: ({ catalog, problems }) => {
      for (const { level, file, message } of problems) printError(`${level}: ${file}: ${message}`);
      print(`Read ${catalog.posts.length} posts and ${catalog.pages.length} pages.`);
    },
    onWritten: refreshSearch,
  });
  const eleventy = new Eleventy(LAYOUTS_INPUT, options.outputDir, {
    configPath: ".eleventy.ts",
    quietMode: true,
    runMode: "serve",
  });
  await eleventy.init();
  await eleventy.watch();
  await eleventy.serve(port);
}

/** Returns a function that indexes search in the background, one run at a time, the last change always included. */
function createSearchRefresher(outputDir: string): () => void {
  let isRunning = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await indexSearch(outputDir).catch((error: unknown) => {
        printError(`Search could not be indexed: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (!isRunning) void run();
  };
}
