// Keeps the parts of a tree that end tags do not reach out of: a table, a cell, the whole.

/** One such part. */
export interface Scope {
  /** Where it begins among the open nodes, and among the open inline elements. */
  readonly nodeFloor: number;
  readonly inlineFloor: number;
}

interface CountedScope extends Scope {
  /** Open boundaries by name. */
  readonly boundaries: Map<string, number>;
}

/** The open scopes, the innermost last. */
export class TreeScopes {
  private readonly stack: CountedScope[] = [];

  /** The innermost scope; there is one as soon as the root is open. */
  current(): Scope {
    return this.innermost();
  }

  open(nodeFloor: number, inlineFloor: number): void {
    this.stack.push({ nodeFloor, inlineFloor, boundaries: new Map() });
  }

  close(): void {
    this.stack.pop();
  }

  openBoundary(name: string): void {
    const { boundaries } = this.innermost();
    boundaries.set(name, (boundaries.get(name) ?? 0) + 1);
  }

  closeBoundary(name: string): void {
    const { boundaries } = this.innermost();
    boundaries.set(name, (boundaries.get(name) ?? 1) - 1);
  }

  /** Tells whether a boundary of one of these names is open in the innermost scope. */
  hasBoundary(names: readonly string[]): boolean {
    const { boundaries } = this.innermost();
    return names.some((name) => (boundaries.get(name) ?? 0) > 0);
  }

  private innermost(): CountedScope {
    return this.stack[this.stack.length - 1] as CountedScope;
  }
}
