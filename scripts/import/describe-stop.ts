// Says why an import stopped in the middle where the file system refused, and how to go on.

import { toVisible } from "../archive/show.ts";

const REASONS: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  ENOSPC: ["the disk is full", "Make room"],
  EDQUOT: ["the space that is allotted to you on this disk is used up", "Make room"],
  EFBIG: ["it is larger than this disk allows", "Choose another disk with --content"],
  EACCES: ["you are not allowed to", "Change the permissions of that file and its folder"],
  EPERM: ["you are not allowed to", "Change the permissions of that file and its folder"],
  EROFS: ["the disk can only be read", "Make it writable, or choose another folder with --content"],
  EIO: ["the disk reports an error", "See to the disk"],
  EBUSY: ["another program uses it", "Close that program"],
  EMFILE: ["too many files are open", "Close other programs"],
  ENAMETOOLONG: ["its name is too long for this disk", "Choose a folder with a shorter path, with --content"],
  ELOOP: ["it is a link that leads to itself", "Put the file itself there"],
  ENOTDIR: ["a file stands where a folder should", "Move that file away"],
  EISDIR: ["a folder stands where a file should", "Move that folder away"],
};

/** Returns a message for a person; undefined when the error is none of the file system's. */
export function describeStop(error: unknown): string | undefined {
  const { code, path } = error as { readonly code?: unknown; readonly path?: unknown };
  const reason = typeof code === "string" && Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  if (reason === undefined) return undefined;
  const [what, advice] = reason;
  const file = typeof path === "string" ? toVisible(path.replaceAll("\\", "/")) : "A file or folder";
  return (
    `${file}: could not be written or read: ${what} (${String(code)}). The import stopped there. What stands in the archive is whole: ` +
    `each file is as it was or as it should be. ${advice}, and run the same import again; it goes on where it stopped.`
  );
}
