import { Controller } from "@hotwired/stimulus";

type Words = Record<"sending" | "kept" | "removed" | "remove" | "tooBig" | "wrongKind" | "offline" | "failed" | "full" | "leftOut" | "number", string>;
type Trouble = "tooBig" | "wrongKind" | "offline" | "failed";

// Sends each picked picture at once, one after the other, and shows how far it is. The form around it can be sent at any moment:
// nothing waits for a picture, and one that did not arrive is offered again. Nothing is kept in the browser but the page.
export default class Photos extends Controller<HTMLElement> {
  static override targets = ["list", "item", "input", "say", "note"];
  static override values = { url: String, most: Number, bytes: Number, words: Object };

  declare readonly listTarget: HTMLElement;
  declare readonly itemTarget: HTMLTemplateElement;
  declare readonly inputTarget: HTMLInputElement;
  declare readonly sayTarget: HTMLElement;
  declare readonly noteTarget: HTMLElement;
  declare readonly hasNoteTarget: boolean;
  declare readonly urlValue: string;
  declare readonly mostValue: number;
  declare readonly bytesValue: number;
  declare readonly wordsValue: Words;

  private leftOut = 0;
  private readonly files = new Map<HTMLElement, { file: File; fields: [string, string][]; request?: XMLHttpRequest }>();
  private readonly online = (): void => {
    this.listTarget.querySelectorAll<HTMLElement>('[data-trouble="offline"]').forEach((item) => this.wait(item));
    this.next();
  };

  override connect(): void {
    window.addEventListener("online", this.online);
    // Without scripts the form carries one picture at a time.
    this.inputTarget.multiple = this.mostValue > 1;
    this.count();
  }

  // What is on its way goes on: the page was left, not the upload.
  override disconnect(): void {
    window.removeEventListener("online", this.online);
  }

  picked(): void {
    const files = [...(this.inputTarget.files ?? [])];
    // They are sent from here: the form must not send them once more.
    this.inputTarget.value = "";
    this.leftOut = 0;
    files.forEach((file) => {
      if (this.troubleOf(file) !== null || this.standing().length < this.mostValue) {
        this.add(file);
      } else {
        this.leftOut += 1;
      }
    });
    this.count();
    this.next();
  }

  retry(event: Event): void {
    const item = this.itemOf(event);
    this.wait(item);
    this.next();
    this.part(item, "remove").focus();
  }

  async remove(event: Event): Promise<void> {
    const item = this.itemOf(event);
    const button = event.currentTarget as HTMLButtonElement;
    if (button.type === "submit") {
      event.preventDefault();
      if (button.ariaBusy === "true") {
        return;
      }
      button.ariaBusy = "true";
      if (!(await this.press(button))) {
        button.ariaBusy = null;
        this.say(this.wordsValue.failed);
        return;
      }
    }
    this.files.get(item)?.request?.abort();
    this.files.delete(item);
    item.remove();
    this.leftOut = 0;
    this.count();
    this.say(this.wordsValue.removed);
    this.inputTarget.focus();
    this.next();
  }

  // The same post as the button makes without scripts; what is typed goes along, as it would then.
  private async press(button: HTMLButtonElement): Promise<boolean> {
    const form = button.form;
    if (!form) {
      return false;
    }
    const answers = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[0] !== button.name);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams([...answers, [button.name, button.value]]), redirect: "manual" });
      return answer.ok || answer.type === "opaqueredirect";
    } catch {
      return false;
    }
  }

  private add(file: File): void {
    const item = (this.itemTarget.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    const choices = this.element.closest("[data-photo-form]")?.querySelectorAll<HTMLInputElement>("input[type=radio]:checked") ?? [];
    const chosen = [...choices];
    const words = chosen.map((choice) => choice.labels?.[0]?.textContent?.trim() ?? "").filter((word) => word !== "");
    const label = words.length > 0 ? words.join(", ") : (this.inputTarget.labels?.[0]?.textContent?.trim() ?? file.name);
    item.dataset.label = label;
    this.preview(item, file);
    this.listTarget.append(item);
    this.files.set(item, { file, fields: chosen.map((choice) => [choice.name, choice.value]) });
    item.dataset.file = file.name;
    const trouble = this.troubleOf(file);
    if (trouble !== null) {
      this.fail(item, trouble);
    }
  }

  // Not even sent: on a slow line it would take minutes to be refused.
  private troubleOf(file: File): Trouble | null {
    if (file.size > this.bytesValue) {
      return "tooBig";
    }
    return file.type !== "" && !this.inputTarget.accept.split(",").includes(file.type) ? "wrongKind" : null;
  }

  // Those that are there or can still arrive: what never will takes nobody's place.
  private standing(): HTMLElement[] {
    return [...this.listTarget.querySelectorAll<HTMLElement>("li")].filter((item) => !never(item.dataset.trouble));
  }

  private preview(item: HTMLElement, file: File): void {
    const picture = new Image();
    const url = URL.createObjectURL(file);
    picture.alt = "";
    // Where the browser cannot draw it (HEIC), the icon stays.
    picture.onload = (): void => {
      item.querySelector(".upload-pic")?.replaceChildren(picture);
      URL.revokeObjectURL(url);
    };
    picture.onerror = (): void => URL.revokeObjectURL(url);
    picture.src = url;
  }

  // One at a time: on a bad line two halves arrive later than one whole.
  private next(): void {
    if (this.listTarget.querySelector('[data-state="sending"]')) {
      return;
    }
    const item = this.listTarget.querySelector<HTMLElement>('[data-state="waiting"]');
    if (item) {
      this.send(item);
    }
  }

  private send(item: HTMLElement): void {
    const upload = this.files.get(item);
    const form = this.inputTarget.form;
    if (!upload || !form) {
      return;
    }
    const body = new FormData();
    const token = form.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]');
    if (token) {
      body.set(token.name, token.value);
    }
    upload.fields.forEach(([name, value]) => body.set(name, value));
    body.set(this.inputTarget.name, upload.file);
    const request = new XMLHttpRequest();
    upload.request = request;
    request.upload.onprogress = (event): void => {
      item.querySelector("progress")!.value = event.lengthComputable ? (100 * event.loaded) / event.total : 0;
    };
    request.onload = (): void => this.answered(item, request);
    request.onerror = (): void => this.fail(item, navigator.onLine ? "failed" : "offline");
    request.ontimeout = request.onerror;
    item.dataset.state = "sending";
    this.part(item, "say").textContent = this.wordsValue.sending;
    this.say(this.wordsValue.sending);
    request.open("POST", this.urlValue);
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  }

  private answered(item: HTMLElement, request: XMLHttpRequest): void {
    const id = request.status === 201 ? idOf(request.responseText) : null;
    if (id === null) {
      this.fail(item, request.status === 413 ? "tooBig" : request.status === 415 ? "wrongKind" : "failed");
      return;
    }
    item.dataset.state = "kept";
    item.querySelector("progress")?.remove();
    this.part(item, "say").textContent = this.wordsValue.kept;
    const remove = this.part(item, "remove") as HTMLButtonElement;
    remove.type = "submit";
    remove.name = "act";
    remove.value = `remove:${id}`;
    remove.formNoValidate = true;
    this.files.delete(item);
    this.say(this.wordsValue.kept);
    this.next();
  }

  private fail(item: HTMLElement, trouble: Trouble): void {
    item.dataset.state = "failed";
    item.dataset.trouble = trouble;
    this.part(item, "say").textContent = "";
    this.part(item, "error").textContent = this.wordsValue[trouble];
    this.part(item, "error").hidden = false;
    this.part(item, "retry").hidden = never(trouble);
    this.count();
    this.say(this.wordsValue[trouble]);
    this.next();
  }

  private wait(item: HTMLElement): void {
    item.dataset.state = "waiting";
    delete item.dataset.trouble;
    this.part(item, "error").hidden = true;
    this.part(item, "retry").hidden = true;
    item.querySelector("progress")!.value = 0;
  }

  private count(): void {
    this.number();
    const full = this.standing().length >= this.mostValue;
    // The field goes while nothing fits; whoever stood on it stands on what was picked.
    if (full && document.activeElement === this.inputTarget) {
      this.listTarget.querySelector<HTMLElement>("li:last-child [data-part=remove]")?.focus();
    }
    this.element.toggleAttribute("data-full", full);
    // It stays until there is room again: the line for screen readers says the next thing a moment later.
    const note = this.leftOut > 0 ? this.wordsValue.leftOut.replace("{0}", String(this.leftOut)) : full ? this.wordsValue.full : "";
    if (this.hasNoteTarget && this.noteTarget.textContent?.trim() !== note) {
      this.noteTarget.textContent = note;
    }
  }

  // Each has a name of its own, by its place: so that the button that removes one says which.
  private number(): void {
    const standing = this.standing();
    [...this.listTarget.querySelectorAll<HTMLElement>("li")].forEach((item) => {
      const label = item.dataset.label ?? "";
      const index = standing.indexOf(item);
      // A file that is none of the photos has no number among them, only the name it was picked by.
      const name = index < 0 ? (item.dataset.file ?? label) : this.wordsValue.number === "" ? label : this.wordsValue.number.replace("{0}", String(index + 1)).replace("{1}", label).replace(/: $/, "");
      item.querySelector("b")!.textContent = name;
      this.part(item, "remove").setAttribute("aria-label", this.wordsValue.remove.replace("{0}", name));
      item.querySelector("progress")?.setAttribute("aria-label", name);
    });
  }

  private say(words: string): void {
    this.sayTarget.textContent = words;
  }

  private itemOf(event: Event): HTMLElement {
    return (event.currentTarget as Element).closest("li")!;
  }

  private part(item: HTMLElement, name: string): HTMLElement {
    return item.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }
}

// Sending the same file again would not make it smaller or another kind.
function never(trouble: string | undefined): boolean {
  return trouble === "tooBig" || trouble === "wrongKind";
}

function idOf(text: string): string | null {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer !== null && "id" in answer && typeof answer.id === "string" ? answer.id : null;
  } catch {
    return null;
  }
}
