// Entry of run-plain.js.

import { buildPlainly } from "./plain-build.ts";

const [, , contentDir = "", outputDir = ""] = process.argv;
void buildPlainly(contentDir, outputDir);
