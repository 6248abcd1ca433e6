// Serves the site with Eleventy's development server and rebuilds it when content, layouts, styles or strings change.

import Eleventy from "@11ty/eleventy";
import { print, printError } from "../print.ts";
import { LAYOUTS_INPUT } from "./configure.ts";
import { setCurrentBuild } from "./current-build.ts";
import { type BuildOptions, PROJECT_DIR } from "./options.ts";

/** Builds, serves and watches. Returns when the server listens; it then runs until the process ends. */
export async function serveSite(options: BuildOptions, port: number): Promise<void> {
  process.chdir(PROJECT_DIR);
  setCurrentBuild({
    options,
    onLoaded: ({ catalog, problems }) => {
      for (const { level, file, message } of problems) printError(`${level}: ${file}: ${message}`);
      print(`Read ${catalog.posts.length} posts and ${catalog.pages.length} pages.`);
    },
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
