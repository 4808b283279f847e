// What a full page load does by itself and a visit without reload has to be told.

type Submission = CustomEvent<{ success?: boolean; formSubmission: { submitter?: HTMLElement } }>;

// A screen reader hears the heading of the new page, or what was wrong with the form. The first load is the browser's own business.
export function announceNewPages(): void {
  let first = true;
  let morphed = false;
  let refused = false;

  document.addEventListener("turbo:submit-end", (event) => {
    refused = !(event as Submission).detail.success;
  });
  document.addEventListener("turbo:before-render", (event) => {
    morphed = (event as CustomEvent<{ renderMethod?: string }>).detail.renderMethod === "morph";
  });
  document.addEventListener("turbo:render", () => {
    const problem = document.querySelector<HTMLElement>("[autofocus]");
    if (refused && problem) {
      problem.focus({ preventScroll: true });
      problem.scrollIntoView({ block: "center" });
    }
    refused = false;
    // The button that was pressed is gone from the page: what it did is read out instead.
    if (morphed && document.activeElement === document.body) {
      document.querySelector<HTMLElement>(".hold-said:not(:empty)")?.focus({ preventScroll: true });
    }
  });
  document.addEventListener("turbo:load", () => {
    const heading = document.querySelector<HTMLElement>("main h1");
    if (!first && !morphed && heading && !document.querySelector("[autofocus]")) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    first = false;
    morphed = false;
  });
}

// A page that is a document of its own (the one with the emergency numbers) is fetched once, as a document.
export function leaveForWholePages(): void {
  document.addEventListener("turbo:before-fetch-response", (event) => {
    const page = (event as CustomEvent<{ fetchResponse: { header(name: string): string | null } }>).detail.fetchResponse.header("X-Whole-Page");
    if (page?.startsWith("/")) {
      event.preventDefault();
      window.location.assign(page);
    }
  });
}

// The pressed button says that it works; Turbo keeps it from being pressed twice.
export function showBusyButtons(): void {
  document.addEventListener("turbo:submit-start", (event) => {
    (event as Submission).detail.formSubmission.submitter?.setAttribute("aria-busy", "true");
  });
  document.addEventListener("turbo:submit-end", (event) => {
    (event as Submission).detail.formSubmission.submitter?.removeAttribute("aria-busy");
  });
}

// A link to a place on the same page stays the browser's own: it moves the focus there, and what the page says stays.
export function keepPlacesOnThePage(): void {
  document.addEventListener("turbo:click", (event) => {
    const link = (event.target as Element).closest("a");
    if (link?.getAttribute("href")?.startsWith("#")) {
      event.preventDefault();
    }
  });
}

// Without a connection nothing happens when a button is pressed: the page says why, and that nothing is lost.
export function sayWhenOffline(): void {
  document.addEventListener("turbo:fetch-request-error", (event) => {
    // The page that is there is better than the browser's page about a connection.
    event.preventDefault();
    if ("refreshing" in document.documentElement.dataset) {
      delete document.documentElement.dataset.refreshing;
      return;
    }
    const words = document.querySelector<HTMLTemplateElement>("#offline");
    const main = document.querySelector("main");
    if (words && main && !main.querySelector(".offline")) {
      main.prepend(words.content.cloneNode(true));
    }
    main?.querySelector<HTMLElement>(".offline")?.focus();
  });
  document.addEventListener("turbo:before-fetch-response", () => {
    delete document.documentElement.dataset.refreshing;
    document.querySelector("main .offline")?.remove();
  });
}

// What was just done is told once: neither a reload nor an address kept for later tells it again.
export function forgetNews(): void {
  document.addEventListener("turbo:load", () => {
    const url = new URL(window.location.href);
    const news = ["done", "over", "other"].filter((name) => url.searchParams.has(name));
    if (news.length > 0) {
      news.forEach((name) => url.searchParams.delete(name));
      window.history.replaceState(window.history.state, "", url);
    }
  });
}
