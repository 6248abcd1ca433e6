// What a list says when there is nothing in it.

/** Draws one or two sentences in place of an empty list. */
export function EmptyState({ text, more }: { readonly text: string; readonly more?: string }) {
  return (
    <div class="empty-state">
      <p>{text}</p>
      {more !== undefined && <p>{more}</p>}
    </div>
  );
}
