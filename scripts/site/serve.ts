// Serves the site with Eleventy's development server and rebuilds it when content, layouts, styles or strings change.

import Eleventy from "@11ty/eleventy";
import { print, printError } from "../print.ts";
import { speak } from "../strings/messages/index.ts";
import { LAYOUTS_INPUT } from "./configure.ts";
import { setCurrentBuild } from "./current-build.ts";
import { drawSite } from "./drawing/draw-site.ts";
import { createLiveEdits } from "./live-edits.ts";
import { type BuildOptions, PROJECT_DIR } from "./options.ts";
import type { Site } from "./site.ts";

/** Builds, serves and watches. Returns when the server listens; it then runs until the process ends. */
export async function serveSite(options: BuildOptions, port: number): Promise<void> {
  process.chdir(PROJECT_DIR);
  const edits = createLiveEdits(
    options.contentDir,
    async () => {
      const drawing = await drawSite(options);
      tellProblems(drawing.site);
      return drawing;
    },
    () => void eleventy.eleventyServe.reload({ files: [], build: { templates: [] } }),
  );
  setCurrentBuild({
    options,
    edits,
    onLoaded: (site) => {
      tellProblems(site);
      const { catalog } = site;
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

function tellProblems({ problems }: Site): void {
  const { tell } = speak("en");
  for (const { level, file, message } of problems) printError(`${level}: ${file}: ${tell(message)}`);
}
