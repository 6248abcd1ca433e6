// Serves a site with Eleventy's development server while it is drawn, and shows what is saved.

import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { print, printError } from "../../print.ts";
import { buildAssets } from "../assets.ts";
import { LAYOUTS_INPUT } from "../configure.ts";
import { type BuildOptions, PROJECT_DIR } from "../options.ts";
import { loadPageTypes } from "../page-types.ts";
import type { AssetPaths } from "../site.ts";
import { createAnswer, refuseOthers } from "./answer.ts";
import { createDrawingProcess } from "./drawing-process.ts";
import { createLiveEdits } from "./live-edits.ts";
import { openServedFolder } from "./served-folder.ts";
import { createProblemTeller } from "./tell-problems.ts";
import { watchFolder } from "./watch-folder.ts";

/** Serves, draws and watches. Resolves when saved edits are shown at once; it then runs until the process ends. */
export async function serveSite(given: Omit<BuildOptions, "outputDir">, port: number): Promise<void> {
  const { contentDir } = given;
  // Eleventy takes its folders relative to the project, wherever the command was started.
  process.chdir(PROJECT_DIR);
  const folder = await openServedFolder(given);
  const drawing = createDrawingProcess();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      drawing.stop();
      process.exit(0);
    });
  }
  const problems = createProblemTeller();
  /** Names of styles and scripts in the pages that are served. */
  let assets: AssetPaths | undefined;
  let kept: Promise<void> | undefined;
  const edits = createLiveEdits({
    contentDir,
    outputDir: folder.path,
    drawWhole: async (onPlanned) => {
      await kept;
      await folder.prepare();
      const parts = await drawing.draw({ ...given, outputDir: folder.nextPath }, folder.path, (planned) => {
        problems.tellAll(planned.problems);
        if (assets === undefined) print(`Read ${planned.posts} posts and ${planned.pages} pages.`);
        // Pages that are drawn from now on name them.
        cpSync(join(folder.nextPath, "assets"), join(folder.path, "assets"), { recursive: true });
        assets = planned.setting.frame.assets;
        onPlanned(planned);
      });
      // Open pages need not wait until the old site is gone.
      kept = folder.replace(parts).then(drawing.keep);
    },
    reload: () => reload(),
    say: print,
    tellProblems: problems.tell,
  });
  const reload = (): void => void eleventy.eleventyServe.reload({ files: [], build: { templates: [] } });
  const answer = createAnswer(folder.path, edits);
  const config = (eleventyConfig: UserConfig): void => eleventyConfig.setServerOptions({ middleware: [answer] }, true);
  const settings = { configPath: false, config, quietMode: true, runMode: "serve" } as const;
  const { default: Eleventy } = await import("@11ty/eleventy");
  const eleventy = new Eleventy(LAYOUTS_INPUT, folder.path, settings);
  await eleventy.init();
  await eleventy.serve(port);
  eleventy.eleventyServe.server.server.on("connection", refuseOthers);
  print(
    folder.isOld
      ? "Until it is drawn anew, the site is shown as it was when it was last served."
      : "The archive is being read. Pages can be looked at as they are drawn, posts before lists.",
  );
  // Before anything is read: what is saved while it is read, or right after, is told.
  const watched = await watchFolder(contentDir, edits.note);
  await watchFolder(join(PROJECT_DIR, "layouts", "assets"), async (files) => {
    await showAssets(assets, folder.path);
    reload();
    edits.note(files);
  });
  if (watched.unwatched() > 0) printError(tellUnwatched(watched.unwatched()));
  await loadPageTypes();
  await edits.begin();
}

function tellUnwatched(count: number): string {
  return (
    `This system allows no watch on ${count} folders. After a change in one of them, save site.json; or allow more with ` +
    '"sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=1024" and start again.'
  );
}

/** Bundles styles and scripts anew under the names that pages know, until all pages are drawn with their new names. */
async function showAssets(names: AssetPaths | undefined, outputDir: string): Promise<void> {
  if (names === undefined) return;
  try {
    const { paths, files } = await buildAssets();
    for (const [name, path] of Object.entries(paths)) {
      const content = files.get(path);
      if (content !== undefined) writeFileSync(join(outputDir, names[name as keyof AssetPaths]), content);
    }
  } catch (error) {
    printError(error instanceof Error ? error.message : String(error));
  }
}
