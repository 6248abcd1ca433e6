// Unpacks gzip as far as it goes: a download that broke off still gives all that came before.

import { createGunzip } from "node:zlib";

/** What a stream of compressed bytes gives. */
export interface UnpackOptions {
  /** Largest piece of unpacked bytes, in bytes, before it is handed on. */
  readonly pieceSize: number;
  /** Is told why the rest cannot be unpacked. */
  readonly onDamage: (reason: string) => void;
}

// Bytes are given to the unpacker in small portions: of the one in which it fails everything is lost.
const PORTION = 16 * 1024;

/** Yields the unpacked bytes. What cannot be unpacked ends them, with a word to `onDamage`. */
export async function* unpackGzip(raw: AsyncIterable<Buffer>, options: UnpackOptions): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: options.pieceSize });
  let unpacked: Buffer[] = [];
  let failure: Error | undefined;
  let isOver = false;
  let settle = (): void => {};
  gunzip.on("data", (piece: Buffer) => unpacked.push(piece));
  gunzip.on("error", (error) => {
    failure = error;
    settle();
  });
  gunzip.on("end", () => {
    isOver = true;
    settle();
  });
  const give = (portion: Buffer | undefined): Promise<void> =>
    new Promise((resolve) => {
      settle = resolve;
      if (failure !== undefined || isOver) resolve();
      else if (portion === undefined) gunzip.end();
      else gunzip.write(portion, () => resolve());
    });
  const take = (): readonly Buffer[] => {
    const taken = unpacked;
    unpacked = [];
    return taken;
  };
  try {
    for await (const piece of raw) {
      for (let at = 0; at < piece.length && failure === undefined; at += PORTION) {
        await give(piece.subarray(at, at + PORTION));
        yield* take();
      }
      if (failure !== undefined) break;
    }
    await give(undefined);
    yield* take();
    if (failure !== undefined) options.onDamage(describe(failure));
  } finally {
    gunzip.destroy();
  }
}

function describe(error: Error): string {
  return "code" in error && error.code === "Z_BUF_ERROR"
    ? "the compressed file is cut off"
    : `the compressed file is damaged (${error.message})`;
}
