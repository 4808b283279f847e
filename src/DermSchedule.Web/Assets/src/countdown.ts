import { Controller } from "@hotwired/stimulus";
import * as Turbo from "@hotwired/turbo";

// Counts down the time a visitor keeps a slot. The server says how many seconds are left, so a phone whose clock is
// wrong shows the right number; words come from the page, so there is no language in here.
export default class Countdown extends Controller<HTMLElement> {
  static override values = { seconds: Number, of: Number, spoken: Object };
  static override targets = ["time", "arc", "say"];

  declare secondsValue: number;
  declare ofValue: number;
  declare spokenValue: Record<string, string>;
  declare readonly timeTarget: HTMLElement;
  declare readonly hasArcTarget: boolean;
  declare readonly arcTarget: SVGElement;
  declare readonly hasSayTarget: boolean;
  declare readonly sayTarget: HTMLElement;

  private endsAt = 0;
  private said = Infinity;
  private timer = 0;

  override connect(): void {
    this.timer = window.setInterval(() => this.tick(), 1000);
  }

  override disconnect(): void {
    window.clearInterval(this.timer);
  }

  // Also runs when a refresh of the page brings a newer number, for example after more time was given.
  secondsValueChanged(): void {
    this.endsAt = Date.now() + this.secondsValue * 1000;
    this.said = this.secondsValue;
    this.tick();
  }

  private tick(): void {
    const left = Math.max(0, Math.ceil((this.endsAt - Date.now()) / 1000));
    const minutes = Math.floor(left / 60);
    this.timeTarget.textContent = `${minutes}:${String(left % 60).padStart(2, "0")}`;
    if (this.hasArcTarget && this.ofValue > 0) {
      this.arcTarget.setAttribute("stroke-dasharray", `${Math.min(100, (100 * left) / this.ofValue).toFixed(1)} 100`);
    }
    this.speak(left);
    // Without a connection the page would be lost: it waits, and the server decides what is left of the time.
    if (left === 0 && navigator.onLine) {
      window.clearInterval(this.timer);
      // The page says what happened to the time and offers the next step. A form on it saves itself first.
      if (!this.dispatch("ended", { cancelable: true }).defaultPrevented) {
        Turbo.visit(window.location.href, { action: "replace" });
      }
    }
  }

  // At five, two and one minute, never each second: a screen reader would talk over the form.
  private speak(left: number): void {
    for (const mark of [300, 120, 60]) {
      if (left <= mark && this.said > mark) {
        this.said = left;
        if (this.hasSayTarget) {
          this.sayTarget.textContent = this.spokenValue[String(mark)] ?? "";
        }
      }
    }
  }
}
