// What run-bundled.js offers to TypeScript.

/** Returns a script and all that it needs, in CommonJS. `path` is below scripts/. */
export function bundleScript(path: string, command?: string): string;

/** Runs code of bundleScript(). */
export function runCode(path: string, code: string): void;
