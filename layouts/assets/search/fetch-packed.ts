// Fetches files of the search index, each once, and unpacks them.

/** Fetches a file by its name below the index's folder. What could not be fetched is tried again the next time. */
export type FetchPacked = (name: string) => Promise<Uint8Array>;

/** Returns a function that fetches from a folder. @throws (the promise) when a file cannot be fetched */
export function createFetch(folder: string): FetchPacked {
  const files = new Map<string, Promise<Uint8Array>>();
  return (name) => {
    const known = files.get(name);
    if (known !== undefined) return known;
    const file = fetchPacked(folder + name);
    files.set(name, file);
    file.catch(() => files.delete(name));
    return file;
  };
}

async function fetchPacked(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers unpack what is packed, without being asked to.
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
