// Tells what is wrong in the archive, each thing once: it is read again after every save.

import type { Problem } from "../../archive/model.ts";
import { printError } from "../../print.ts";
import { speak } from "../../strings/messages/index.ts";

/** Tells problems. */
export interface ProblemTeller {
  /** Of a whole archive: what is not among them is mended, and told when it comes back. */
  readonly tellAll: (problems: readonly Problem[]) => void;
  /** Of a part of it. */
  readonly tell: (problems: readonly Problem[]) => void;
}

/** Returns a teller that has told nothing yet. */
export function createProblemTeller(print: (line: string) => void = printError): ProblemTeller {
  let told = new Set<string>();
  const write = ({ level, file, message }: Problem): string => `${level}: ${file}: ${speak("en").tell(message)}`;
  const tellNew = (lines: readonly string[]): void => {
    for (const line of lines) if (!told.has(line)) print(line);
  };
  return {
    tellAll: (problems) => {
      const lines = problems.map(write);
      tellNew(lines);
      told = new Set(lines);
    },
    tell: (problems) => {
      const lines = problems.map(write);
      tellNew(lines);
      for (const line of lines) told.add(line);
    },
  };
}
