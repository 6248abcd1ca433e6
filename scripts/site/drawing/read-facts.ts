// Reads the facts and problems of posts by a crew, but for those that the last build read and nobody has changed since.

import type { PostFacts } from "../../archive/facts.ts";
import type { Problem } from "../../archive/model.ts";
import type { SiteCache } from "../cache/site-cache.ts";
import type { Crew } from "./crew.ts";
import { openFindings, type PostFindings } from "./find-post.ts";

/** Facts of the posts that can be read and problems of all, in the order of the ids. */
export interface ReadFacts {
  readonly posts: readonly PostFacts[];
  readonly problems: readonly Problem[];
}

/** Reads posts. */
export async function readFacts(
  crew: Pick<Crew, "readPosts">,
  contentDir: string,
  ids: readonly string[],
  cache: SiteCache,
): Promise<ReadFacts> {
  const wanted = ids.map((id) => {
    const { stamp, key } = cache.post(id)?.read ?? {};
    return { id, ...(stamp !== undefined && { stamp }), ...(key !== undefined && { key }) };
  });
  const findings = new Map<string, PostFindings>();
  const reading = crew.readPosts(contentDir, wanted, cache.isOpen(), ({ id, ...read }) => {
    findings.set(id, openFindings(read));
    cache.addRead(id, read);
  });
  // While the crew looks for changes: nearly all posts are as they were.
  for (const id of ids) {
    const read = cache.post(id)?.read;
    if (read === undefined) continue;
    findings.set(id, openFindings(read));
    cache.addRead(id, read);
  }
  await reading;
  const inOrder = ids.flatMap((id) => findings.get(id) ?? []);
  return {
    posts: inOrder.flatMap(({ post }) => post ?? []),
    problems: inOrder.flatMap(({ problems }) => problems),
  };
}
