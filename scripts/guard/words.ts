// What the guard says, in both languages at once: whoever is about to commit has told nobody which one they read.

import { toVisible } from "../archive/show.ts";
import { toAnnotation } from "../check/report-github.ts";
import { MESSAGE_LANGUAGES, type Speaker, speak } from "../strings/messages/index.ts";
import type { FoundExport } from "./find-export.ts";

/** What was found, and where. */
export interface Refusal extends FoundExport {
  /** Short names of the commits that hold it; absent for what is not yet committed. */
  readonly commits?: readonly string[];
}

/** Returns what to tell about files that must not be in Git, in every language of the interface. */
export function describeRefusals(refusals: readonly Refusal[]): string {
  return MESSAGE_LANGUAGES.map((language) => describeIn(speak(language), refusals)).join("\n\n");
}

/** Returns an annotation for GitHub on each file, in every language at once, too. */
export function annotateRefusals(refusals: readonly Refusal[]): readonly string[] {
  return refusals.map((refusal) => {
    const message = MESSAGE_LANGUAGES.map((language) => {
      const speaker = speak(language);
      return `${describe(refusal, speaker)} ${speaker.say("guard.why")}`;
    }).join("\n");
    return toAnnotation({ level: "error", code: "raw-export", path: toVisible(toFile(refusal)), message });
  });
}

function describeIn(speaker: Speaker, refusals: readonly Refusal[]): string {
  // The runner of GitHub obeys a line that begins with "::".
  const lines = refusals.map((refusal) => `- ${describe(refusal, speaker)}`);
  const isCommitted = refusals.some(({ commits }) => commits !== undefined);
  const paths = refusals.map((refusal) => quoteForShell(toFile(refusal))).join(" ");
  const whatToDo = isCommitted ? speaker.say("guard.rewrite") : speaker.say("guard.unstage", { paths });
  return [...lines, speaker.say("guard.why"), whatToDo].join("\n");
}

function describe({ path, kind, commits }: Refusal, { say }: Speaker): string {
  const where = commits === undefined ? "" : ` (${say("guard.inCommits", { commits: commits.join(", ") })})`;
  return `${toVisible(path)} ${say(`guard.${kind}`)}${where}.`;
}

/** Returns the file that Git knows, which may be an archive around what was found. */
function toFile({ path }: Refusal): string {
  return path.split(" › ")[0] ?? path;
}

/** Returns a word of a command that means this path to bash, zsh and their like, and nothing to a terminal. */
function quoteForShell(path: string): string {
  if (/^[\w./-]+$/.test(path)) return path;
  if (toVisible(path) === path) return `'${path.replaceAll("'", "'\\''")}'`;
  const bytes = Array.from(Buffer.from(path), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w./ -]/.test(character) ? character : `\\${byte.toString(8).padStart(3, "0")}`;
  });
  return `$'${bytes.join("")}'`;
}
