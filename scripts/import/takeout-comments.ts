// Takeout holds a feed of the account's own comments for each blog that it commented on, also where the blog is somebody else's.

import type { ExportInput } from "./open-input.ts";

const COMMENTS_PATH = /[\\/]Comments[\\/][^\\/]+[\\/]feed\.atom$/;

/** Returns those of Blogger's feeds that hold nothing but comments on blogs that are not among the others. */
export function findForeignComments(feeds: readonly ExportInput[]): ReadonlySet<ExportInput> {
  const isComments = ({ path, container }: ExportInput): boolean => container !== undefined && COMMENTS_PATH.test(path);
  const blogs = new Set(feeds.filter((feed) => !isComments(feed)).flatMap(listBlogs));
  if (blogs.size === 0) return new Set();
  return new Set(feeds.filter((feed) => isComments(feed) && !listBlogs(feed).some((id) => blogs.has(id))));
}

function listBlogs({ head }: ExportInput): readonly string[] {
  return [...head.matchAll(/\bblog-(\d+)/g)].map(([, id]) => id ?? "");
}
