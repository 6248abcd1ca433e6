// Loaded before a program (`--import kill-after-changes.ts?at=20`), it kills the process at that change of the disk, as kill -9 does.

import { runOnFailingDisk } from "./failing-disk.ts";

const at = Number(new URL(import.meta.url).searchParams.get("at"));

// Never ends: the disk stays as it is until the process does.
void runOnFailingDisk(() => new Promise(() => {}), {
  at,
  isHalfDone: true,
  onFailure: () => process.kill(process.pid, "SIGKILL"),
});
