// Configures Eleventy: it finds the page types in layouts/pages/ and has each drawn; content/ is never an input.

import type { UserConfig } from "@11ty/eleventy";
import { getCurrentBuild } from "./current-build.ts";
import { openSiteDrawing, type SiteDrawing } from "./drawing/draw-site.ts";
import { loadPageType } from "./page-types.ts";
import type { PageType } from "./view.ts";

/** The folder that is Eleventy's only input, relative to the project. */
export const LAYOUTS_INPUT = "layouts/pages";

/** Sets up the current build. Its `onLoaded` is called once the archive is read, before pages are drawn. */
export function configureSite(config: UserConfig): void {
  const build = getCurrentBuild();
  let drawing: SiteDrawing | undefined;

  config.addExtension("11ty.tsx", {
    outputFileExtension: "html",
    read: false,
    useLayouts: false,
    getData: true,
    getInstanceFromInputPath: loadPageType,
    compile: (_, file) => async (data) => (await loadPageType(file)).render(data),
  });
  config.setTemplateFormats("11ty.tsx");
  config.setQuietMode(true);
  config.setUseGitIgnore(false);

  config.on("eleventy.before", async () => {
    drawing = await (build.opening ?? openSiteDrawing(build.options));
    build.onLoaded(drawing.site, drawing.plan);
  });
  config.addGlobalData("drawPages", () => async (type: PageType) => {
    try {
      await drawing?.drawPages(type);
    } catch (error) {
      // Else the workers would keep the process from ending.
      await drawing?.close();
      throw error;
    }
  });
  config.on("eleventy.after", async () => {
    if (drawing === undefined) return;
    await drawing.finish();
    drawing = undefined;
  });
}
