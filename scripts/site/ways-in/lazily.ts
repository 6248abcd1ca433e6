// Works something out when it is first needed, and once.

/** Returns a function that gives the value of `make`, which is called at its first call. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
