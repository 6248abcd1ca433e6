// Runs one of our scripts and all that it needs as one piece of JavaScript: it starts in half the time and takes 60 MB less
// than file by file through tsx, which also names every function that is made, at a cost that hot code feels.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("./", import.meta.url));
const PROJECT = fileURLToPath(new URL("../", import.meta.url));
/** Safe to delete. */
const CACHE = `${PROJECT}.cache/code`;
// What import.meta.url is in the bundle, wherever a file lies: project-dir.ts and this file ask for it, and lie in one folder.
const URL_INSIDE = new URL("./project-dir.ts", import.meta.url).href;
// Native, or without a form that can be bundled.
const PACKAGES = ["sharp", "esbuild", "@11ty/eleventy"];
const MAX_BUNDLE = 1 << 26;
const COMMANDS = readdirSync(FOLDER).filter((name) => name.endsWith("-command.ts"));

/**
 * Returns the script and all that it needs, in CommonJS; above each file stands its path in a comment. It is kept until any
 * code of the project changes.
 * @param {string} path below scripts/
 * @param {string} [command] the one command that the script needs, when it is the command line
 */
export function bundleScript(path, command) {
  const file = `${CACHE}/${createHash("sha256")
    .update(JSON.stringify([path, command, signCode()]))
    .digest("hex")
    .slice(0, 32)}.js`;
  try {
    return readFileSync(file, "utf8");
  } catch {
    const code = makeBundle(path, command);
    keep(file, code);
    return code;
  }
}

/**
 * Runs a script. Its errors tell lines of the bundle; `node --import tsx <path>` tells those of the files.
 * @param {string} path below scripts/
 * @param {string} code of bundleScript
 */
export function runCode(path, code) {
  const filename = `${FOLDER}${path.replace(/\.ts$/, ".bundle.js")}`;
  const script = new Module(filename);
  script.filename = filename;
  script.paths = Module._nodeModulePaths(FOLDER);
  script._compile(code, filename);
}

// In a process of its own, which takes with it the forty megabytes that this needs.
const MAKE = `
import { buildSync } from "esbuild";
process.stdout.write(buildSync(JSON.parse(process.argv[1])).outputFiles[0].contents);
`;

function makeBundle(path, command) {
  const options = {
    entryPoints: [path],
    absWorkingDir: FOLDER,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: [...PACKAGES, ...COMMANDS.filter((name) => name !== command).map((name) => `./${name}`)],
    define: { "import.meta.url": JSON.stringify(URL_INSIDE) },
    write: false,
    logLevel: "error",
  };
  const args = ["--input-type=module", "--eval", MAKE, JSON.stringify(options)];
  return execFileSync(process.execPath, args, { cwd: PROJECT, encoding: "utf8", maxBuffer: MAX_BUNDLE });
}

let signature;

/** Tells one state of the project's code and packages from every other: by sizes and times, as Git does. A process runs one state. */
function signCode() {
  signature ??= listCode();
  return signature;
}

function listCode() {
  const files = ["scripts", "layouts"].flatMap((root) =>
    readdirSync(PROJECT + root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:[jt]sx?)$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`),
  );
  return [...files.sort(), `${PROJECT}package-lock.json`, `${PROJECT}tsconfig.json`].map((file) => {
    const { size, mtimeMs, ctimeMs } = statSync(file);
    return [file, size, mtimeMs, ctimeMs];
  });
}

/** Keeps a bundle, whole or not at all, and forgets those of code that is gone. Where nothing can be written nothing is kept. */
function keep(file, code) {
  try {
    mkdirSync(CACHE, { recursive: true });
    const MAX_KEPT = 12;
    const old = readdirSync(CACHE)
      .map((name) => ({ path: `${CACHE}/${name}`, at: statSync(`${CACHE}/${name}`).mtimeMs }))
      .sort((a, b) => b.at - a.at)
      .slice(MAX_KEPT);
    for (const { path } of old) rmSync(path, { force: true });
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, code);
    renameSync(temporary, file);
  } catch {
    // Another process may be tidying, too; the bundle is made anew the next time.
  }
}
