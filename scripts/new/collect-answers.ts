// Collects the answers to the questions of a kind: from flags, else from the person at the terminal.

import type { Archive } from "../archive/model.ts";
import { type Asker, UsageError } from "../command.ts";
import type { Speaker } from "../strings/messages/index.ts";
import type { Answers, NewKind, Question } from "./draft.ts";

/** What is known before anybody is asked. */
export interface Given {
  readonly archive: Archive;
  readonly flags: Answers;
  readonly speaker: Speaker;
  /** Absent: nobody can be asked. */
  readonly asker?: Asker | undefined;
}

/**
 * Returns the answers; what nobody knows is absent.
 * @throws UsageError for a flag that says something impossible, and when something needed is missing and nobody can be asked
 */
export async function collectAnswers({ questions }: NewKind, given: Given): Promise<Answers> {
  const { flags, speaker, asker } = given;
  const answers: Record<string, string> = {};
  const faults: string[] = [];
  for (const question of questions) {
    const { name, isNeeded } = question;
    const flag = flags[name];
    if (flag !== undefined) {
      const wrong = judge(question, flag, given, answers);
      faults.push(...wrong.map((fault) => `--${name}: ${fault}`));
      if (flag !== "") answers[name] = flag;
      continue;
    }
    const answer = asker === undefined ? "" : await ask(question, asker, given, answers);
    if (answer !== "") answers[name] = answer;
    else if (isNeeded) faults.push(speaker.say("new.needed", { flag: `--${name}` }));
  }
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  return answers;
}

async function ask(question: Question, asker: Asker, given: Given, answers: Answers): Promise<string> {
  const { say } = given.speaker;
  for (;;) {
    const answer = await asker.ask(`${say(question.text)} `);
    if (answer === undefined || (answer === "" && !question.isNeeded)) return "";
    const faults = answer === "" ? [say("new.mustAnswer")] : judge(question, answer, given, answers);
    if (faults.length === 0) return answer;
    for (const fault of faults) process.stderr.write(`  ${fault}\n`);
  }
}

function judge({ check }: Question, answer: string, { archive, speaker }: Given, answers: Answers): readonly string[] {
  if (check === undefined || answer === "") return [];
  return [...check(answer, archive, answers)].map(({ message }) => speaker.tell(message));
}
