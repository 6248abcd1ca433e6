// Switches on the commit hook in .githooks/ when npm ci ends; does nothing where there is no Git, in CI, or where other hooks are in use.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { resolve } from "node:path";

const HOOKS = ".githooks";

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

/** Tells whether somebody keeps hooks of their own in the place where Git looks by itself. */
function hasOwnHooks() {
  const folder = ask("rev-parse", "--git-path", "hooks");
  return folder !== undefined && existsSync(folder) && readdirSync(folder).some((name) => !name.endsWith(".sample"));
}

const top = ask("rev-parse", "--show-toplevel");
const current = ask("config", "core.hooksPath");
// In a folder of somebody else's repository the hooks are theirs.
const isOurs = top !== undefined && realpathSync(top) === realpathSync(resolve("."));
if (isOurs && !process.env.CI && current !== HOOKS) {
  if (current !== undefined || hasOwnHooks()) {
    console.log(
      `Other Git hooks are in use here. Let yours call ${HOOKS}/pre-commit, so that no raw export is committed.`,
    );
  } else if (ask("config", "core.hooksPath", HOOKS) === undefined) {
    console.log(`The commit hook could not be switched on. Do it with: git config core.hooksPath ${HOOKS}`);
  }
}
