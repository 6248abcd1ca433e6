// What the thread that writes folders answers to each folder that it is given.

/** An answer. */
export interface FolderAnswer {
  /** Why it could not be written; absent when it lies on the disk. */
  readonly error?: {
    readonly message: string;
    /** Code of the file system's error, such as `ENOSPC`, and the place that it names. */
    readonly code?: string;
    readonly path?: string;
  };
}
