// Runs measure-import.ts as the command line runs an import; a last argument names a file that gets the bundle, for profiles.
import { writeFileSync } from "node:fs";
import { bundleScript, runCode } from "../run-bundled.js";

const SCRIPT = "bench/measure-import.ts";
const code = bundleScript(SCRIPT);
const [, , , , , file] = process.argv;
if (file !== undefined) writeFileSync(file, code);
runCode(SCRIPT, code);
