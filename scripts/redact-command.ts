// The command `redact`: takes posts, comments, a person or a whole blog out of the archive, and says what that does not reach.

import { existsSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseEdtf } from "./archive/edtf.ts";
import { readTypedId } from "./archive/find-record.ts";
import { takeLock } from "./archive/lock.ts";
import { readArchive } from "./archive/read-archive.ts";
import { completeRedaction } from "./archive/redact-records.ts";
import { isRedactionReason, REDACTION_REASONS } from "./archive/redaction-log.ts";
import { canAsk, openAsker } from "./ask.ts";
import { type Command, UsageError } from "./command.ts";
import { chooseLanguage } from "./command-language.ts";
import { print, printError } from "./print.ts";
import { applyRedaction, type RedactRequest } from "./redact/apply-redaction.ts";
import { describeCompleted, describeOutcome, describePlan } from "./redact/describe-redaction.ts";
import { planRedaction } from "./redact/plan-redaction.ts";
import { DEFAULT_OPTIONS } from "./site/options.ts";
import { type Speaker, speak } from "./strings/messages/index.ts";
import { resolveUserPath } from "./user-path.ts";

const HELP = `
Takes texts out of the archive. A comment or a post becomes a tombstone that keeps its place in the
thread; its words, names, pictures and addresses go, also from the lists in content/sources/. The
next build shows, finds and hands out nothing of them. Later imports leave it so.
content/redactions.csv logs id, date, reason and authority, and never a name or a word.

Usage: npm run redact -- <id>… --reason CODE [options]
       npm run redact -- --person NAME --reason CODE [options]
       npm run redact -- --source ID --reason CODE [options]

An id is that of a post (2011/we-need-to-talk, pages/about), of a comment (2011/we-need-to-talk#comment-7,
or comment-7 where only one post has it), an address on the site, or a file in content/.

  --reason CODE      Why: ${REDACTION_REASONS.slice(0, 6).join(", ")},
                     ${REDACTION_REASONS.slice(6).join(", ")}. docs/redaction.md says what each means.
  --authority TEXT   Who decided, as an office or a case number: "City archive, 2026/123". No names.
  --delete           Leaves no tombstone, and adds the record to its source's exclude list.
  --person NAME      Every post and comment of that name, of the other names that people/ records for
                     the same person, and what the source marks as that author's; people/ files too.
  --source ID        A whole blog: all its posts with their threads, its comments elsewhere, its lists.
  --keep-address     A redacted post keeps its address. Without it, the address goes too, because it
                     mostly holds the words of the title; links in other texts follow.
  --date YYYY-MM-DD  Day of the removal. Default: today
  --dry-run          Says what would be done, and does nothing.
  --yes              Does not ask before several records go.
  --content DIR      The archive. Default: content
  --lang en|sv       The language of the report. Default: that of your terminal, else English

Undo, before you commit: git restore content/ && git clean -fd content/. After: git revert <commit>.
Git keeps what was committed before, and so do its copies: docs/redaction.md says what to do about it.

The exit code is 0 when it was done, 1 when an id or a name is not in the archive, 2 for wrong use.

Examples:
  npm run redact -- 2011/we-need-to-talk#comment-7 --reason request
  npm run redact -- --person "Bo Ek" --reason consent --authority "City archive, 2026/123" --dry-run
  npm run redact -- 2012/spam-post --delete --reason spam
`;

/** Takes records out of an archive. */
export const redactCommand: Command = {
  name: "redact",
  summary: "Takes texts, a person or a blog out of content/, and keeps the threads.",
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        reason: { type: "string" },
        authority: { type: "string" },
        delete: { type: "boolean" },
        person: { type: "string" },
        source: { type: "string" },
        "keep-address": { type: "boolean" },
        date: { type: "string" },
        "dry-run": { type: "boolean" },
        yes: { type: "boolean" },
        content: { type: "string" },
        lang: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) {
      process.stdout.write(`${HELP.trim()}\n`);
      return 0;
    }
    const contentDir = values.content === undefined ? DEFAULT_OPTIONS.contentDir : resolveUserPath(values.content);
    if (!existsSync(contentDir) || !statSync(contentDir).isDirectory()) {
      throw new UsageError(`There is no folder ${contentDir}. Give the archive's folder with --content DIR.`);
    }
    const request: RedactRequest = {
      contentDir,
      ids: positionals,
      ...(values.person !== undefined && { person: values.person }),
      ...(values.source !== undefined && { source: values.source }),
      reason: readReason(values.reason),
      authority: readAuthority(values.authority),
      day: readDay(values.date),
      isDelete: values.delete ?? false,
      keepsAddress: values["keep-address"] ?? false,
    };
    requireOneSubject(request);
    return redact(request, speak(chooseLanguage(values.lang)), {
      isDryRun: values["dry-run"] ?? false,
      isSure: values.yes ?? false,
    });
  },
};

async function redact(
  request: RedactRequest,
  speaker: Speaker,
  { isDryRun, isSure }: { readonly isDryRun: boolean; readonly isSure: boolean },
): Promise<number> {
  const lock = isDryRun ? undefined : takeLock(request.contentDir, "redact");
  try {
    const before = await readArchive(request.contentDir);
    const completed = isDryRun ? undefined : completeRedaction(request.contentDir, before.archive);
    if (completed !== undefined) print(...describeCompleted(completed, speaker));
    const ids = request.ids.filter((id) => !isAmong(id, completed?.ids ?? []));
    if (ids.length === 0 && request.ids.length > 0) return 0;
    const { archive } = completed === undefined ? before : await readArchive(request.contentDir);
    const plan = planRedaction(archive, { ...request, ids });
    if (plan.refusals.length > 0) {
      printError(...plan.refusals.map(speaker.tell), speaker.say("redact.nothingDone"));
      return 1;
    }
    print(...describePlan(plan, request, speaker));
    if (isDryRun) {
      print(speaker.say("command.dryRun"));
      return 0;
    }
    if (plan.targets.length > 1 && !isSure && !(await isConfirmed(plan.targets.length, speaker))) {
      print(speaker.say("redact.nothingDone"));
      return 0;
    }
    const outcome = await applyRedaction(archive, plan, request);
    print(...describeOutcome(outcome, request, speaker));
    return 0;
  } finally {
    lock?.release();
  }
}

/** What the interrupted run was asked for need not be asked for again. */
function isAmong(typed: string, ids: readonly string[]): boolean {
  const id = readTypedId(typed);
  return ids.some((done) => done === id || done.endsWith(`#${id}`));
}

async function isConfirmed(count: number, { say }: Speaker): Promise<boolean> {
  if (!canAsk()) throw new UsageError(say("redact.needsYes", { count }));
  const asker = openAsker();
  const answer = await asker.ask(say("redact.confirm", { count }));
  asker.close();
  return /^(?:y|yes|j|ja)$/i.test(answer ?? "");
}

function requireOneSubject({ ids, person, source, isDelete, keepsAddress }: RedactRequest): void {
  const given = [ids.length > 0, person !== undefined, source !== undefined].filter(Boolean).length;
  if (given !== 1) {
    throw new UsageError(
      "Say what is to go: one or more ids, or --person NAME, or --source ID, and only one of the three.",
    );
  }
  if (isDelete && keepsAddress) throw new UsageError("--delete leaves nothing that could keep an address.");
  if (source !== undefined && keepsAddress) throw new UsageError("--source leaves nothing that could keep an address.");
}

function readReason(code: string | undefined): string {
  if (code !== undefined && isRedactionReason(code)) return code;
  const found = code === undefined ? "--reason is missing" : `--reason is ${JSON.stringify(code)}`;
  throw new UsageError(`${found}. It must be one of ${REDACTION_REASONS.join(", ")}.`);
}

function readAuthority(text = ""): string {
  const authority = text.replace(/\s+/g, " ").trim();
  if (authority.includes("@") || authority.length > 120) {
    throw new UsageError(
      "--authority names an office or a case number: 120 characters at most, and no e-mail address.",
    );
  }
  return authority;
}

function readDay(text: string | undefined): string {
  const day = text ?? new Date().toISOString().slice(0, 10);
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && parseEdtf(day) !== undefined) return day;
  throw new UsageError(`--date is ${JSON.stringify(day)}. Write a day, like 2026-11-30.`);
}
