import { Controller } from "@hotwired/stimulus";
import * as Turbo from "@hotwired/turbo";

// Saves what is typed while it is typed, so that the browser's own Back, another link or a closed tab lose nothing. It sends
// the form as the page's own buttons do; the server seals it. Without scripts those buttons do the same.
export default class Keep extends Controller<HTMLFormElement> {
  private url = "";
  private dirty = false;
  private sent = false;

  private readonly typed = (): void => {
    this.dirty = true;
  };
  private readonly leave = (): void => {
    void this.save();
  };
  private readonly submitted = (): void => {
    this.dirty = false;
    this.sent = true;
  };
  // Refused, or nobody answered: the form stays, and with it what is typed from now on.
  private readonly answered = (event: Event): void => {
    this.sent = (event as CustomEvent<{ success?: boolean }>).detail.success ?? false;
  };

  override connect(): void {
    // Now: once the page is left, the address is that of the next one.
    this.url = window.location.pathname;
    this.element.addEventListener("input", this.typed);
    this.element.addEventListener("change", this.leave);
    this.element.addEventListener("submit", this.submitted);
    this.element.addEventListener("turbo:submit-end", this.answered);
    window.addEventListener("pagehide", this.leave);
  }

  override disconnect(): void {
    window.removeEventListener("pagehide", this.leave);
    void this.save();
  }

  // The held time ran out: first what is in the field right now, then the page that says so.
  async ended(event: Event): Promise<void> {
    event.preventDefault();
    await this.save();
    Turbo.visit(window.location.href, { action: "replace" });
  }

  private async save(): Promise<void> {
    if (!this.dirty || this.sent) {
      return;
    }
    this.dirty = false;
    const answers = new FormData(this.element);
    answers.set("act", "keep");
    try {
      await fetch(this.url, {
        method: "POST",
        // Pictures are sent on their own (photos.ts), never as words.
        body: new URLSearchParams([...answers].filter((entry): entry is [string, string] => typeof entry[1] === "string")),
        redirect: "manual",
        keepalive: true,
      });
    } catch {
      this.dirty = true;
    }
  }
}
