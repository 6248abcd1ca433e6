// Finds a Chromium to test with: CHROME_PATH, an installed browser, else the one that npm brought along (Linux only).
// CHROME_PATH=npm prefers the last, to see what a machine without a browser sees.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A browser's program and the environment variables that it needs beside the present ones. */
export interface Chromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"].flatMap((name) => [
    `/usr/bin/${name}`,
    `/usr/local/bin/${name}`,
    `/snap/bin/${name}`,
  ]),
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((variable) =>
    ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].map((path) =>
      join(process.env[variable] ?? "C:\\", path),
    ),
  ),
};

/**
 * Returns the browser to test with.
 *
 * @throws Error that says what to install, when there is none.
 */
export async function findChromium(): Promise<Chromium> {
  const chosen = process.env.CHROME_PATH;
  if (chosen === "npm") return unpackChromium();
  if (chosen !== undefined && chosen !== "") {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH is ${chosen}, but no such file exists.`);
    return { executablePath: chosen, env: {} };
  }
  const installed = (INSTALLED[process.platform] ?? []).find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return unpackChromium();
  throw new Error(
    "The browser tests need Chrome, Chromium or Edge, and none was found in the usual places. " +
      "Install one, or set CHROME_PATH to its program.",
  );
}

/**
 * Unpacks the Chromium of @sparticuz/chromium, once for each version.
 * The package unpacks into the system's temporary folder and takes a half-written file there for a finished one; it
 * is therefore given an empty folder, which gets its name only when all is there.
 */
async function unpackChromium(): Promise<Chromium> {
  const version = readVersion();
  const folder = join(cacheFolder(), `chromium-${version}`);
  if (!existsSync(folder)) {
    const fresh = mkdtempSync(`${folder}-`);
    try {
      await unpackInto(fresh);
      renameSync(fresh, folder);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      // Another test file was quicker.
      if (!existsSync(folder)) throw error;
    }
  }
  const executablePath = join(folder, "chromium");
  const env = { ...environmentForLibraries(executablePath, folder), ...environmentForFonts(folder) };
  return { executablePath, env };
}

async function unpackInto(folder: string): Promise<void> {
  const { default: sparticuz } = await import("@sparticuz/chromium");
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  process.env.TMPDIR = folder;
  // Makes the package unpack its libraries too (NSS and expat), which a machine with Node only does not have.
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
  try {
    await sparticuz.executablePath();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function environmentForLibraries(executablePath: string, folder: string): Record<string, string> {
  const trial = spawnSync(executablePath, ["--version"], { encoding: "utf8" });
  if (trial.status === 0) return {};
  const paths = [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH ?? ""];
  const env = { LD_LIBRARY_PATH: paths.filter((path) => path !== "").join(":") };
  const second = spawnSync(executablePath, ["--version"], { encoding: "utf8", env: { ...process.env, ...env } });
  if (second.status === 0) return env;
  const why = (second.stderr || trial.stderr || `${second.error ?? ""}`).trim();
  throw new Error(
    `The Chromium from npm does not start on this machine: ${why}\nInstall Chrome or Chromium, or set CHROME_PATH.`,
  );
}

/** Chromium shows no letter without a font; where the system has no font settings, the package's own font is used. */
function environmentForFonts(folder: string): Record<string, string> {
  if (existsSync("/etc/fonts/fonts.conf")) return {};
  const file = join(folder, "fonts-here.conf");
  const settings = `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>\n`;
  if (!existsSync(file)) writeFileSync(file, settings);
  return { FONTCONFIG_FILE: file };
}

function readVersion(): string {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (!existsSync(file)) continue;
    const { name, version } = JSON.parse(readFileSync(file, "utf8")) as { name?: string; version?: string };
    if (name === "@sparticuz/chromium" && version !== undefined) return version;
  }
  throw new Error("@sparticuz/chromium is not installed; run npm ci.");
}

function cacheFolder(): string {
  const own = join(import.meta.dirname, "../../node_modules/.cache/ordskifte");
  try {
    mkdirSync(own, { recursive: true });
    return own;
  } catch {
    // A read-only checkout.
    const shared = join(tmpdir(), "ordskifte-cache");
    mkdirSync(shared, { recursive: true });
    return shared;
  }
}
