// A node:test reporter that writes what the runner needs, one JSON object a line.

import { inspect } from "node:util";
import type { TestRecord } from "./test-file.ts";

/** The part of a node:test event that is read here. */
interface ReporterEvent {
  readonly type: string;
  readonly data: {
    readonly name?: string;
    readonly nesting?: number;
    readonly message?: string;
    readonly skip?: boolean | string;
    readonly todo?: boolean | string;
    readonly line?: number;
    readonly details?: {
      readonly type?: string;
      readonly duration_ms?: number;
      readonly error?: { readonly failureType?: string; readonly cause?: unknown; readonly message?: string };
    };
  };
}

/** Turns the events of one test file into records. */
export default async function* recordTests(events: AsyncIterable<ReporterEvent>): AsyncGenerator<string> {
  // Names of the suites and tests around the present one, by nesting.
  const path: string[] = [];
  for await (const { type, data } of events) {
    if (type === "test:start") {
      path.length = data.nesting ?? 0;
      path.push(data.name ?? "");
    }
    const record = toRecord(type, data, path);
    if (record !== undefined) yield `${JSON.stringify(record)}\n`;
  }
}

function toRecord(type: string, data: ReporterEvent["data"], path: readonly string[]): TestRecord | undefined {
  // The plan of the outermost level is the last thing that a file reports, so it proves that the file came to its end.
  if (type === "test:plan" && data.nesting === 0) return { event: "end" };
  // Such a warning is all that node:test says of a failure that came after its test.
  if (type === "test:diagnostic" && /^(Warning|Error)\b/.test(data.message ?? "")) {
    return { event: "warning", text: data.message ?? "" };
  }
  if (type !== "test:pass" && type !== "test:fail") return undefined;
  const error = data.details?.error;
  const isSuite = data.details?.type === "suite";
  // A parent that failed only because of its subtests would count their failures twice.
  if (error?.failureType === "subtestsFailed") return undefined;
  const name = [...path.slice(0, data.nesting ?? 0), data.name ?? ""].join(" › ");
  const milliseconds = data.details?.duration_ms ?? 0;
  const why = reasonOf(data.skip) ?? reasonOf(data.todo);
  if (why !== undefined) return { event: "skip", name, milliseconds, text: why };
  // A suite is counted only when it is skipped, or fails, as a whole.
  if (type === "test:pass") return isSuite ? undefined : { event: "pass", name, milliseconds };
  return { event: "fail", name, milliseconds, text: describeError(error) };
}

function reasonOf(mark: boolean | string | undefined): string | undefined {
  if (mark === undefined || mark === false) return undefined;
  return typeof mark === "string" && mark !== "" ? mark : "no reason given";
}

function describeError(error: { readonly cause?: unknown; readonly message?: string } | undefined): string {
  if (error === undefined) return "failed without an error";
  const cause = error.cause ?? error.message;
  if (typeof cause === "string") return cause;
  // An assertion's stack opens with its message and diff; its fields say the same again.
  const isAssertion = cause instanceof Error && "code" in cause && cause.code === "ERR_ASSERTION";
  const text = isAssertion ? (cause.stack ?? cause.message) : inspect(cause, { depth: 6, breakLength: 120 });
  return text.replaceAll(/\n +at .*node:internal.*/g, "");
}
