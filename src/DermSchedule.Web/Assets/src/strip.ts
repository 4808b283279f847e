import { Controller } from "@hotwired/stimulus";

// Brings the chosen day into view in the scrollable row of days.
export default class Strip extends Controller<HTMLElement> {
  override connect(): void {
    const current = this.element.querySelector<HTMLElement>("[aria-current]");
    if (current) {
      const middle = current.offsetLeft - this.element.offsetLeft - (this.element.clientWidth - current.offsetWidth) / 2;
      this.element.scrollLeft = Math.max(0, middle);
    }
  }
}
