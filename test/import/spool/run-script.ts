// Opens the temporary folder in a process of its own and ends that in several ways.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { PROJECT } from "../../support/command-line.ts";

/** Starts a process that makes a temporary folder and ends by itself (`end`) or by a signal; returns its number. */
export async function runScript(end: "end" | NodeJS.Signals): Promise<number> {
  const file = JSON.stringify(new URL("../../../scripts/import/spool/temporary-folder.ts", import.meta.url).href);
  const script = `
    const { openTemporaryFolder } = await import(${file});
    openTemporaryFolder();
    console.log("open");
    ${end === "end" ? "" : "setInterval(() => {}, 1000);"}`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "ignore"],
  });
  await once(child.stdout, "data");
  if (end !== "end") child.kill(end);
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.pid ?? 0;
}
