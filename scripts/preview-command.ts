// The command `preview`: builds the site to look at, and tells which pages a change touches.

import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { toVisible } from "./archive/show.ts";
import { type Command, UsageError } from "./command.ts";
import { chooseLanguage } from "./command-language.ts";
import { GitError } from "./git/run-git.ts";
import { buildSite, buildSiteBefore, mayHoldPreview, PREVIEW_PARTS } from "./preview/build-sites.ts";
import { compareSites, type SiteChanges } from "./preview/compare-sites.ts";
import { describeChanges } from "./preview/describe-changes.ts";
import { PROJECT_DIR } from "./project-dir.ts";
import { type Speaker, speak } from "./strings/messages/index.ts";
import { resolveUserPath } from "./user-path.ts";

const HELP = `
Builds the site as it is now and as it was before a change, and tells which pages the change touches:
which posts and pages come, change or go, and how many lists, old addresses and files differ. The
workflow for pull requests runs it; before you open one, it shows you the same.

Usage: npm run preview -- --base REV [options]

  --base REV      The branch, tag or commit that the change is compared with. Needs Git.
  --output DIR    Where the new site goes, with the list of changes and a page on how to look at it.
                  Default: preview. A former preview there is replaced; a folder with anything else
                  in it is refused.
  --lang en|sv    The language of the list. Default: that of your terminal, else English
  --summary FILE  Also appends the list to a file, such as "$GITHUB_STEP_SUMMARY"

The exit code is 0 when the site was built, 1 when it was not, 2 when the command was used wrongly.

Examples:
  npm run preview -- --base main
  npm run serve -- preview/site
`;

/** Builds a preview of a change. */
export const previewCommand: Command = {
  name: "preview",
  summary: "Builds the site and tells which pages a change touches.",
  help: HELP,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        base: { type: "string" },
        output: { type: "string", default: "preview" },
        lang: { type: "string" },
        summary: { type: "string" },
      },
    });
    if (values.base === undefined || values.base === "") {
      throw new UsageError("Name with --base what to compare with: npm run preview -- --base main");
    }
    const speaker = speak(chooseLanguage(values.lang));
    const output = resolveUserPath(values.output);
    if (!mayHoldPreview(output)) {
      throw new UsageError(
        `${output} holds other things than a former preview. Nothing was written. Name a new or empty folder with --output.`,
      );
    }
    mkdirSync(output, { recursive: true });
    const site = join(output, PREVIEW_PARTS.site);
    if (!(await buildSite(PROJECT_DIR, site))) {
      process.stderr.write(`${speaker.say("preview.failed")}\n`);
      return 1;
    }
    const text = describeChanges(await compareWith(values.base, site, speaker), speaker);
    writeFileSync(join(output, PREVIEW_PARTS.changes), text);
    copyFileSync(join(PROJECT_DIR, ".github/PREVIEW.md"), join(output, PREVIEW_PARTS.howTo));
    if (values.summary !== undefined) appendFileSync(resolveUserPath(values.summary), text);
    process.stdout.write(text);
    return 0;
  },
};

/** A change can be looked at even where nothing is known of what was before. */
async function compareWith(base: string, site: string, speaker: Speaker): Promise<SiteChanges | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-preview-"));
  try {
    const before = await buildSiteBefore(PROJECT_DIR, base, folder);
    return before === undefined ? undefined : await compareSites(before, site);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    process.stderr.write(`${speaker.say("preview.notCompared")} (${toVisible(error.message)})\n`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
