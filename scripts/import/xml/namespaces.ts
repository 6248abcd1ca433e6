// Names XML elements by what their namespace is, never by the prefix that the file happens to use.

/** The namespaces in force at an element. */
export interface NamespaceScope {
  readonly prefixes: ReadonlyMap<string, string>;
  /** Names found so far in this scope. */
  readonly names: Map<string, string>;
}

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
 * Returns a function that names elements with the usual prefix of a format, and remembers each name in its scope.
 * `find` is given what the prefix is declared to be; undefined when the file never declared it.
 */
export function createNamer(
  find: (namespace: string | undefined, prefix: string, local: string) => string,
): (scope: NamespaceScope, rawName: string) => string {
  return (scope, rawName) => {
    const known = scope.names.get(rawName);
    if (known !== undefined) return known;
    const colon = rawName.indexOf(":");
    const prefix = colon === -1 ? "" : rawName.slice(0, colon);
    const name = find(scope.prefixes.get(prefix), prefix, rawName.slice(colon + 1));
    scope.names.set(rawName, name);
    return name;
  };
}
