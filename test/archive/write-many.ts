// Writes an import of many posts, for the test that kills it. Usage: node --import tsx write-many.ts FOLDER ROUND

import { openArchiveWriter } from "../../scripts/archive/archive-writer.ts";

const POSTS = 300;
const COMMENTS = 8;

const [folder = "", round = ""] = process.argv.slice(2);
const writer = await openArchiveWriter(folder, { source: "exempel" });
process.stdout.write("started\n");
for (let post = 0; post < POSTS; post++) {
  const thread = Array.from({ length: COMMENTS }, (_, i) => ({
    id: `comment-${i}`,
    // Replies come before what they answer.
    ...(i < COMMENTS - 1 && { parent: `comment-${i + 1}` }),
    source: "exempel",
    source_id: String(i),
    body: `Comment ${i} of round ${round}.`,
  }));
  const provenance = { source: "exempel", source_id: String(post), source_url: `https://exempel.example/${post}` };
  // The second round brings more comments to the first half of the posts, and other texts.
  const isLater = round === "1" && post < POSTS / 2;
  await writer.writePost({
    type: "post",
    slug: `post-${post % 100}`,
    date: "2011-01-19",
    ...provenance,
    body: `Text of round ${round}.`,
    thread: isLater ? thread.slice(COMMENTS / 2) : thread,
  });
}
await writer.writeSource({ title: "Exempel" });
