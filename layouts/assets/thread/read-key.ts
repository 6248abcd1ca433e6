// Tells what a pressed key asks of a thread. The list for readers is components/ThreadKeys.tsx.

/** What a key asks for. */
export type Action = "next" | "previous" | "parent" | "sibling" | "branch" | "help";

const ACTIONS: Readonly<Record<string, Action>> = {
  j: "next",
  k: "previous",
  p: "parent",
  n: "sibling",
  o: "branch",
  "?": "help",
};

/** The part of a keyboard event that matters. */
export type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "isComposing" | "defaultPrevented">;

/** Returns the action, or undefined for other keys, for keys with a modifier, and for those that belong to somebody else. */
export function readKey(press: Press): Action | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing || press.defaultPrevented) return undefined;
  return Object.hasOwn(ACTIONS, press.key) ? ACTIONS[press.key] : undefined;
}
