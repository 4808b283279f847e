import { Controller } from "@hotwired/stimulus";
import * as Turbo from "@hotwired/turbo";

// The browser keeps one word between two pages of a tab: the mark of a save that nobody has answered yet. It says nothing about anybody.
const Pending = "keep";
const AfterTyping = 1000;
const AfterChoosing = 300;
// A busy server answers late: it is looked at again, ever more seldom, for some fifteen seconds.
const Looks = 12;
const FirstLook = 150;
const LongestWait = 2000;

// Only what the browser itself has loaded can be too old: what comes without a reload comes after the save.
let isLoaded = true;

// Saves what is typed while it is typed, so that a reload, the browser's own Back, another link or a closed tab lose nothing. It sends
// the form as the page's own buttons do; the server seals it. Without scripts those buttons do the same.
export default class Keep extends Controller<HTMLFormElement> {
  static override values = { seen: String };

  declare readonly seenValue: string;

  private url = "";
  private dirty = false;
  private sent = false;
  private timer = 0;
  private saving: Promise<void> = Promise.resolve();

  private readonly typed = (): void => {
    this.dirty = true;
    this.saveIn(AfterTyping);
  };
  // Leaving a field by pressing a button sends the form anyhow: one of the two is enough.
  private readonly chosen = (): void => this.saveIn(AfterChoosing);
  private readonly leave = (): void => {
    void this.save();
  };
  // The answer to a fetch dies with the page, and now and then the fetch with it; a beacon is sent whatever becomes of the page.
  private readonly go = (): void => {
    if (this.dirty && !this.sent) {
      this.dirty = !navigator.sendBeacon(this.url, this.answers());
    }
    void this.save();
  };
  private readonly submitted = (): void => {
    window.clearTimeout(this.timer);
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
    this.element.addEventListener("change", this.chosen);
    this.element.addEventListener("submit", this.submitted);
    this.element.addEventListener("turbo:submit-end", this.answered);
    // The one comes before the next page is asked for, the other is the last that is sure to come.
    window.addEventListener("beforeunload", this.go);
    window.addEventListener("pagehide", this.go);
    if (isLoaded) {
      this.catchUp(Looks);
    }
    isLoaded = false;
  }

  override disconnect(): void {
    window.clearTimeout(this.timer);
    window.removeEventListener("beforeunload", this.go);
    window.removeEventListener("pagehide", this.go);
    void this.save();
  }

  // The held time ran out: first what is in the field right now, then the page that says so.
  async ended(event: Event): Promise<void> {
    event.preventDefault();
    await this.save();
    Turbo.visit(window.location.href, { action: "replace" });
  }

  private saveIn(time: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(this.leave, time);
  }

  // A page that was asked for before the last save of its predecessor had arrived shows what was before it: it is drawn anew, and not typed on.
  private catchUp(looks: number): void {
    const mark = pending();
    if (mark === null || this.dirty || this.seenValue.split(" ").includes(mark)) {
      pending(null);
      return;
    }
    window.setTimeout(() => void this.look(mark, looks, FirstLook), FirstLook);
  }

  private async look(mark: string, looks: number, waited: number): Promise<void> {
    if (!this.element.isConnected || this.dirty || looks === 0) {
      pending(null);
      return;
    }
    try {
      const page = new DOMParser().parseFromString(await (await fetch(this.url)).text(), "text/html");
      const seen = page.getElementById(this.element.id)?.getAttribute("data-keep-seen-value") ?? "";
      if (seen.split(" ").includes(mark) && !this.dirty && this.element.isConnected) {
        pending(null);
        Turbo.visit(window.location.href, { action: "replace" });
        return;
      }
    } catch {
      // Nobody answers: what is on the page stays.
    }
    const wait = Math.min(waited * 1.5, LongestWait);
    window.setTimeout(() => void this.look(mark, looks - 1, wait), wait);
  }

  // Whoever waits for it waits for what is under way, too: the next page is not asked for before the last word is there.
  private save(): Promise<void> {
    window.clearTimeout(this.timer);
    if (this.dirty && !this.sent) {
      this.dirty = false;
      this.saving = Promise.all([this.saving, this.send()]).then(() => undefined);
    }
    return this.saving;
  }

  private async send(): Promise<void> {
    const answers = this.answers();
    try {
      await fetch(this.url, { method: "POST", body: answers, redirect: "manual", keepalive: true });
      if (pending() === answers.get("mark")) {
        pending(null);
      }
    } catch {
      this.dirty = true;
    }
  }

  // Pictures are sent on their own (photos.ts), never as words.
  private answers(): URLSearchParams {
    const mark = Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
    pending(mark);
    const answers = new URLSearchParams([...new FormData(this.element)].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    answers.set("act", "keep");
    answers.set("mark", mark);
    return answers;
  }
}

// Where the browser keeps nothing, a reload shows what the server has by then.
function pending(mark?: string | null): string | null {
  try {
    if (mark === null) {
      window.sessionStorage.removeItem(Pending);
    } else if (mark !== undefined) {
      window.sessionStorage.setItem(Pending, mark);
    }
    return window.sessionStorage.getItem(Pending);
  } catch {
    return null;
  }
}
