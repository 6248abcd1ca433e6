// Writes a key of an object only where it has a value: absent means unknown.

/** Returns the key with its value, to be spread into an object; nothing when the value is undefined. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
