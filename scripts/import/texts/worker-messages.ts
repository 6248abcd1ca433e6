// What a converting worker is told and what it answers.

import type { ConvertedText, TextJob } from "./convert-text.ts";

/** Told once, when it is started. */
export interface WorkerSettings {
  readonly maskEmails: boolean;
}

/** Texts to convert. */
export interface WorkerTask {
  readonly id: number;
  readonly jobs: readonly TextJob[];
}

/** Told once, when a worker can convert. */
export interface WorkerReady {
  readonly isReady: true;
}

/** The texts of a task, in its order. */
export interface WorkerAnswer {
  readonly id: number;
  readonly texts: readonly ConvertedText[];
}
