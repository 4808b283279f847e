import { Controller } from "@hotwired/stimulus";
import * as Turbo from "@hotwired/turbo";

// Asks the server for the page again now and then, so that free times on the screen are free. The page is morphed:
// focus, scroll and half-typed text stay.
export default class Live extends Controller<HTMLElement> {
  static override values = { seconds: { type: Number, default: 45 } };

  declare secondsValue: number;

  private timer = 0;
  private readonly onVisible = (): void => this.refresh();

  override connect(): void {
    this.timer = window.setInterval(() => this.refresh(), this.secondsValue * 1000);
    document.addEventListener("visibilitychange", this.onVisible);
  }

  override disconnect(): void {
    window.clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.onVisible);
  }

  private refresh(): void {
    if (document.visibilityState === "visible" && navigator.onLine) {
      // A refresh nobody asked for fails without a word, and the next one comes: see pages.ts.
      document.documentElement.dataset.refreshing = "";
      Turbo.session.refresh(window.location.href);
    }
  }
}
