#!/usr/bin/env node
// Starts the command line: registers the TypeScript loader, then hands over to cli.ts.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

// Else the loader takes the settings of the folder where the person stands, and knows no TSX.
register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
await import("./cli.ts");
