// Runs draw-aside.ts as one piece of JavaScript, with a channel to the process that started it.
import { bundleScript, runCode } from "../../run-bundled.js";

const SCRIPT = "site/serving/draw-aside.ts";
runCode(SCRIPT, bundleScript(SCRIPT));
