// What a full page load does by itself and a visit without reload has to be told.

// A screen reader hears the heading of the new page. The first load is the browser's own business.
export function announceNewPages(): void {
  let first = true;
  let refreshed = false;
  document.addEventListener("turbo:before-render", (event) => {
    refreshed = (event as CustomEvent<{ renderMethod?: string }>).detail.renderMethod === "morph";
  });
  document.addEventListener("turbo:load", () => {
    const heading = document.querySelector<HTMLElement>("main h1");
    if (!first && !refreshed && heading && !document.querySelector("[autofocus]")) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    first = false;
    refreshed = false;
  });
}

// The pressed button says that it works; Turbo keeps it from being pressed twice.
export function showBusyButtons(): void {
  const busy = (event: Event, on: boolean): void => {
    const { formSubmission } = (event as CustomEvent<{ formSubmission: { submitter?: HTMLElement } }>).detail;
    if (on) {
      formSubmission.submitter?.setAttribute("aria-busy", "true");
    } else {
      formSubmission.submitter?.removeAttribute("aria-busy");
    }
  };
  document.addEventListener("turbo:submit-start", (event) => busy(event, true));
  document.addEventListener("turbo:submit-end", (event) => busy(event, false));
}
