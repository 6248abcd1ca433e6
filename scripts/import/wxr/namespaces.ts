// Names XML elements by what their namespace is, never by the prefix that the file happens to use.

/** The namespaces in force at an element. */
export interface NamespaceScope {
  readonly prefixes: ReadonlyMap<string, string>;
  /** Names found so far in this scope. */
  readonly names: Map<string, string>;
}

const USUAL_PREFIXES: ReadonlySet<string> = new Set(["wp", "content", "excerpt", "dc", "wfw"]);

/** Returns the scope outside the first element: no prefix is declared. */
export function createRootScope(): NamespaceScope {
  return { prefixes: new Map(), names: new Map() };
}

/** Returns the scope inside an element with these attributes: the outer one itself unless it declares namespaces. */
export function openScope(outer: NamespaceScope, attributes: Readonly<Record<string, string>>): NamespaceScope {
  let prefixes: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!name.startsWith("xmlns") || (name.length > 5 && name[5] !== ":")) continue;
    prefixes ??= new Map(outer.prefixes);
    prefixes.set(name.slice(6), (attributes[name] ?? "").trim());
  }
  return prefixes === undefined ? outer : { prefixes, names: new Map() };
}

/**
 * Returns the element's name with the usual prefix (`wp:post_id`, `title`), or an empty string for an element of another namespace.
 * Prefixes that the file never declared mean what they usually do, because plugins write them so.
 */
export function nameElement(scope: NamespaceScope, rawName: string): string {
  const known = scope.names.get(rawName);
  if (known !== undefined) return known;
  const name = findName(scope.prefixes, rawName);
  scope.names.set(rawName, name);
  return name;
}

function findName(prefixes: ReadonlyMap<string, string>, rawName: string): string {
  const colon = rawName.indexOf(":");
  const prefix = colon === -1 ? "" : rawName.slice(0, colon);
  const local = rawName.slice(colon + 1);
  const uri = prefixes.get(prefix);
  if (uri === undefined || uri === "") {
    if (prefix === "") return local;
    return uri === undefined && USUAL_PREFIXES.has(prefix) ? rawName : "";
  }
  const usual = usualPrefix(uri);
  if (usual !== undefined) return `${usual}:${local}`;
  // RSS itself has no namespace, but feeds exist that give their default one a name.
  return prefix === "" && !/^https?:\/\/www\.w3\.org\//.test(uri) ? local : "";
}

function usualPrefix(uri: string): string | undefined {
  if (uri.includes("/export/")) return /\/excerpt\/?$/.test(uri) ? "excerpt" : "wp";
  if (uri.includes("/modules/content")) return "content";
  if (uri.includes("/dc/elements/")) return "dc";
  return uri.includes("CommentAPI") ? "wfw" : undefined;
}
