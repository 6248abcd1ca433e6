// The part of Eleventy 3.1.7 that we use; the package has no types of its own.

declare module "@11ty/eleventy" {
  export interface UserConfig {
    addExtension(
      extension: string,
      options: {
        readonly outputFileExtension: string;
        /** Whether Eleventy reads the file as a text. */
        readonly read: boolean;
        readonly useLayouts: boolean;
        /** Whether `data` of the instance is the template's. */
        readonly getData: boolean;
        readonly getInstanceFromInputPath: (file: string) => Promise<object>;
        readonly compile: (content: undefined, file: string) => (data: never) => Promise<string>;
      },
    ): void;
    setTemplateFormats(formats: string): void;
    setQuietMode(isQuiet: boolean): void;
    setUseGitIgnore(isUsed: boolean): void;
    addGlobalData(name: string, value: () => unknown): void;
    /** `isAll`: in the place of all options, instead of beside them. */
    setServerOptions(options: { readonly middleware: readonly unknown[] }, isAll: true): void;
    on(event: "eleventy.before" | "eleventy.after", listener: () => Promise<void>): void;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        /** A file; or none, with a function instead. */
        readonly configPath?: string | false;
        readonly config?: (config: UserConfig) => void;
        readonly quietMode: boolean;
        readonly runMode?: "build" | "serve" | "watch";
      },
    );
    disableLogger(): void;
    init(): Promise<void>;
    /** Returns the results of passthrough copies and of templates. */
    write(): Promise<readonly [readonly unknown[], readonly unknown[]]>;
    serve(port: number): Promise<void>;
    /** The development server, once it serves. */
    readonly eleventyServe: {
      readonly server: { readonly server: import("node:http").Server };
      /** Has open pages load anew. */
      reload(event: {
        readonly files: readonly string[];
        readonly build: { readonly templates: readonly [] };
      }): Promise<void>;
    };
  }
}
