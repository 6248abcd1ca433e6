#!/usr/bin/env node
// Starts the command line: runs what is waited for as one bundle; for all else registers the TypeScript loader and hands over to cli.ts.
import { fileURLToPath } from "node:url";

/** Commands that read much, or that are waited for, and the file of each. */
const BUNDLED = { import: "import-command.ts", build: "build-command.ts", start: "start-command.ts" };

const command = Object.hasOwn(BUNDLED, process.argv[2]) ? BUNDLED[process.argv[2]] : undefined;
if (command !== undefined) {
  const { bundleScript, runCode } = await import("./run-bundled.js");
  runCode("cli.ts", bundleScript("cli.ts", command));
} else {
  const { register } = await import("tsx/esm/api");
  // Else the loader takes the settings of the folder where the person stands, and knows no TSX.
  register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
  const { finished } = await import("./cli.ts");
  await finished;
}
