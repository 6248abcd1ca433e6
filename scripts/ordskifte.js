#!/usr/bin/env node
// Starts the command line: runs an import as one bundle; for all else registers the TypeScript loader and hands over to cli.ts.
import { fileURLToPath } from "node:url";

if (process.argv[2] === "import") {
  const { runBundled } = await import("./run-bundled.js");
  runBundled("cli.ts");
} else {
  const { register } = await import("tsx/esm/api");
  // Else the loader takes the settings of the folder where the person stands, and knows no TSX.
  register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
  const { finished } = await import("./cli.ts");
  await finished;
}
