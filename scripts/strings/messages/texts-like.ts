// The types that make a missing text, or a missing value of one, a compile error.

/** The texts of another language: every key of the reference, and no other. */
export type TextsLike<Reference> = { readonly [Key in keyof Reference]: string };

/** The names of a text's placeholders: `{count} of {total}` → `"count" | "total"`. Braces around JSON are none. */
export type PlaceholdersIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}${"{" | '"' | " " | "…"}${string}` ? never : Name) | PlaceholdersIn<Rest>
  : never;
