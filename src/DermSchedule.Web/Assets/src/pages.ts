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

// The pressed button says that it works; Turbo keeps it from being pressed twice.
export function showBusyButtons(): void {
  document.addEventListener("turbo:submit-start", (event) => {
    (event as Submission).detail.formSubmission.submitter?.setAttribute("aria-busy", "true");
  });
  document.addEventListener("turbo:submit-end", (event) => {
    (event as Submission).detail.formSubmission.submitter?.removeAttribute("aria-busy");
  });
}
