import { Controller } from "@hotwired/stimulus";

// Makes the body map a second way to the list beside it: a press on a place ticks its box. The map is hidden from screen readers, which have the list.
export default class Body extends Controller<HTMLElement> {
  override connect(): void {
    this.element.dataset.ready = "";
  }

  override disconnect(): void {
    delete this.element.dataset.ready;
  }

  toggle(event: Event): void {
    const area = (event.target as Element).closest("[data-area]")?.getAttribute("data-area");
    // A click, and not `checked = …`: what listens to the form hears of it.
    [...this.element.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].find((box) => box.value === area)?.click();
  }
}
