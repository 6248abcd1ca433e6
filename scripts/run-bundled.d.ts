// Types of run-bundled.js, which runs before there is anything that reads TypeScript.

/** Returns a script below scripts/ and all that it needs, in CommonJS. Throws what esbuild finds wrong. */
export function bundleScript(path: string, command?: string): Promise<string>;

/** Runs what bundleScript returned. */
export function runCode(path: string, code: string): void;
