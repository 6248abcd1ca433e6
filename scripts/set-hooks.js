// Copies the commit hook of guard/ to where this copy of the repository keeps hooks, when npm ci ends; does nothing where there is no Git, in CI, or where other hooks are in use.
import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const HOOK = join(import.meta.dirname, "guard/pre-commit");
/** In the second line of each hook that was copied by this script. */
const MARK = "# Ordskifte's commit hook:";
/** Earlier versions let Git look for hooks in a folder of the project: a branch of a stranger could bring more of them. */
const FORMER_PATH = ".githooks";

/**
 * Returns what git answers, or undefined when it refuses or is not there.
 * @param {string[]} args
 */
function ask(...args) {
  try {
    return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Returns the hook that is there: the text of a file, "" for what is no file, undefined when there is none.
 * @param {string} path
 */
function readHook(path) {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  return stats.isFile() ? readFileSync(path, "utf8") : "";
}

/**
 * Copies the hook, but over no other one.
 * @param {string} folder
 */
function copyHook(folder) {
  const path = join(folder, "pre-commit");
  const standing = readHook(path);
  const hook = readFileSync(HOOK, "utf8");
  if (standing === hook) return;
  if (standing !== undefined && !standing.includes(MARK)) {
    tellOfOthers();
    return;
  }
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, hook);
    chmodSync(path, 0o755);
  } catch (error) {
    console.log(`The commit hook could not be switched on: ${error}. Copy scripts/guard/pre-commit to ${path}.`);
  }
}

function tellOfOthers() {
  console.log(
    "Other Git hooks are in use here. Let yours call scripts/guard/pre-commit, so that no raw export is committed.",
  );
}

const top = ask("rev-parse", "--show-toplevel");
// In a folder of somebody else's repository the hooks are theirs.
const isOurs = top !== undefined && realpathSync(top) === realpathSync(resolve("."));
if (isOurs && !process.env.CI) {
  if (ask("config", "--local", "core.hooksPath") === FORMER_PATH) ask("config", "--local", "--unset", "core.hooksPath");
  const folder = ask("rev-parse", "--git-path", "hooks");
  if (ask("config", "core.hooksPath") !== undefined) tellOfOthers();
  else if (folder !== undefined) copyHook(folder);
}
