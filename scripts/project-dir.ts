// Knows where this project lies. The only file that asks where it is itself: a bundle of several files lies elsewhere.

import { fileURLToPath } from "node:url";

/** Folder of this project, where layouts and assets are. Ends with a slash. */
export const PROJECT_DIR = fileURLToPath(new URL("../", import.meta.url));
