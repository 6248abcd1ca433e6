// Runs plain-build.ts as one piece of JavaScript: `node run-plain.js CONTENT OUTPUT`.
import { bundleScript, runCode } from "../run-bundled.js";

const SCRIPT = "bench/run-plain.ts";
runCode(SCRIPT, await bundleScript(SCRIPT));
