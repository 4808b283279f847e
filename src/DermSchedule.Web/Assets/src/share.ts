import { Controller } from "@hotwired/stimulus";

// Puts the private link where its patient finds it again. A button shows only where the browser can do what it says.
export default class Share extends Controller<HTMLElement> {
  static override values = { url: String, title: String };
  static override targets = ["copy", "send", "copied"];

  declare urlValue: string;
  declare titleValue: string;
  declare readonly copyTarget: HTMLElement;
  declare readonly sendTarget: HTMLElement;
  declare readonly copiedTarget: HTMLElement;

  override connect(): void {
    this.copyTarget.hidden = !("clipboard" in navigator);
    this.sendTarget.hidden = !("share" in navigator);
  }

  async copy(): Promise<void> {
    this.copiedTarget.hidden = true;
    try {
      await navigator.clipboard.writeText(this.urlValue);
      this.copiedTarget.hidden = false;
    } catch {
      // Refused by the browser: the link stands above, to be copied by hand.
      this.copyTarget.hidden = true;
    }
  }

  async send(): Promise<void> {
    try {
      await navigator.share({ title: this.titleValue, url: this.urlValue });
    } catch {
      // Closed without sending: nothing has happened.
    }
  }
}
