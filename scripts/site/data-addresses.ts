// Where the data files stand.

import type { Link } from "./view.ts";

/** The data files: name and path below the base. */
export const DATA_FILES: readonly Link[] = ["posts.ndjson", "posts.csv", "comments.ndjson", "comments.csv"].map(
  (label) => ({ label, path: `/data/${label}` }),
);

/** What stands beside them and says what they hold: for people, and for programs. */
export const DATA_DESCRIPTIONS = { readme: "/data/README.txt", package: "/data/datapackage.json" } as const;
