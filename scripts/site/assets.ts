// Bundles styles, scripts and pictures of the interface, each under a name that changes with its content.

import { createHash } from "node:crypto";
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { keepUsedStrings } from "./browser-strings.ts";
import { PROJECT_DIR } from "./options.ts";
import type { AssetPaths } from "./site.ts";

const ASSETS_DIR = join(PROJECT_DIR, "layouts", "assets");
const STRINGS = "scripts/strings/";

/** The built assets: where pages find them, and their content. */
export interface BuiltAssets {
  readonly paths: AssetPaths;
  /** Content by path below the base. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Bundles the assets. Throws what esbuild finds wrong in them. */
export async function buildAssets(): Promise<BuiltAssets> {
  const files = new Map<string, Uint8Array>();
  const add = (name: string, extension: string, content: Uint8Array): string => {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
    const path = `/assets/${name}.${hash}.${extension}`;
    files.set(path, content);
    return path;
  };
  const [style, search, header, thread, cite, citeComment, people, start, redirect, notFound, favicon, imageNotHeld] =
    await Promise.all([
      bundle("css/site.css"),
      bundle("search.ts"),
      bundle("header.ts"),
      bundle("thread.ts"),
      bundle("cite.ts"),
      bundle("cite-comment.ts"),
      bundle("people.ts"),
      bundle("start.ts"),
      bundle("redirect.ts"),
      bundle("not-found.ts"),
      readFile(join(ASSETS_DIR, "favicon.svg")),
      readFile(join(ASSETS_DIR, "image-not-held.svg")),
    ]);
  return {
    files,
    paths: {
      style: add("site", "css", style),
      search: add("search", "js", search),
      header: add("header", "js", header),
      thread: add("thread", "js", thread),
      cite: add("cite", "js", cite),
      citeComment: add("cite-comment", "js", citeComment),
      people: add("people", "js", people),
      start: add("start", "js", start),
      redirect: add("redirect", "js", redirect),
      notFound: add("not-found", "js", notFound),
      favicon: add("favicon", "svg", favicon),
      imageNotHeld: add("image-not-held", "svg", imageNotHeld),
    },
  };
}

/** Writes the assets into the output folder; those that already stand there are left. */
export async function writeAssets({ files }: BuiltAssets, outputDir: string): Promise<void> {
  await mkdir(join(outputDir, "assets"), { recursive: true });
  for (const [path, content] of files) {
    const file = join(outputDir, path);
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (!isThere) await writeFile(file, content);
  }
}

async function bundle(entry: string): Promise<Uint8Array> {
  const { content, inputs } = await runEsbuild(entry);
  if (!inputs.some((input) => input.startsWith(STRINGS))) return content;
  const others = inputs.filter((input) => !input.startsWith(STRINGS) || input.endsWith("/fill.ts"));
  const sources = await Promise.all(others.map((input) => readFile(join(PROJECT_DIR, input), "utf8")));
  return (await runEsbuild(entry, [keepUsedStrings(sources)])).content;
}

interface Bundle {
  readonly content: Uint8Array;
  /** The files that went into it, below the project's folder. */
  readonly inputs: readonly string[];
}

async function runEsbuild(entry: string, plugins: Plugin[] = []): Promise<Bundle> {
  const result = await build({
    absWorkingDir: PROJECT_DIR,
    plugins,
    metafile: true,
    entryPoints: [join(ASSETS_DIR, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: ["es2022", "chrome111", "firefox114", "safari16.4"],
    legalComments: "none",
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  return {
    content: (output as { readonly contents: Uint8Array }).contents,
    inputs: Object.keys(result.metafile.inputs),
  };
}
