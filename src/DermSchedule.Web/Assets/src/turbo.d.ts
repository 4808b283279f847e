// Turbo ships no types; these are the few members the pages use.
declare module "@hotwired/turbo" {
  export const session: { refresh(url: string): void };
  export function visit(location: string, options?: { action?: "advance" | "replace" }): void;
}
