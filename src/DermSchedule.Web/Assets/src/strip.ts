import { Controller } from "@hotwired/stimulus";

// Brings the chosen day into view in the scrollable row of days, also after the page was morphed into one with another day.
export default class Strip extends Controller<HTMLElement> {
  private shown: string | null = null;
  private readonly follow = (): void => {
    this.show();
  };

  override connect(): void {
    document.addEventListener("turbo:render", this.follow);
    this.show();
  }

  override disconnect(): void {
    document.removeEventListener("turbo:render", this.follow);
  }

  private show(): void {
    const current = this.element.querySelector<HTMLElement>("[aria-current]");
    // A refresh of the same day leaves the row where the visitor has pushed it.
    if (current && current.getAttribute("href") !== this.shown) {
      this.shown = current.getAttribute("href");
      const middle = current.offsetLeft - this.element.offsetLeft - (this.element.clientWidth - current.offsetWidth) / 2;
      this.element.scrollLeft = Math.max(0, middle);
    }
  }
}
