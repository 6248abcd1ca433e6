// Makes one script of the drawing worker and all page types. A worker that loads TypeScript by itself takes a second and more.

import { readdirSync } from "node:fs";
import { build } from "esbuild";
import { PROJECT_DIR } from "../options.ts";

/** Returns the worker's script, for `new Worker(…, { eval: true })`. Throws what esbuild finds wrong. */
export async function bundleWorker(): Promise<string> {
  const pages = readdirSync(`${PROJECT_DIR}layouts/pages`).filter((name) => name.endsWith(".11ty.tsx"));
  const files = [...pages.sort().map((name) => `./layouts/pages/${name}`), "./scripts/site/drawing/share-worker.ts"];
  const { outputFiles } = await build({
    stdin: { contents: files.map((file) => `import "${file}";\n`).join(""), resolveDir: PROJECT_DIR, loader: "ts" },
    absWorkingDir: PROJECT_DIR,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // Where the project lies is asked for by scripts/project-dir.ts alone.
    define: { "import.meta.url": JSON.stringify(new URL("../../project-dir.ts", import.meta.url).href) },
    external: ["sharp", "esbuild"],
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
