// The error of an archive that nothing can be written into until a person has mended it.

/** Something in content/ forbids to go on. The message says which file, what is wrong and what to do. */
export class ArchiveError extends Error {
  readonly code = "archive";
}
