// Measures the patient's pages with Lighthouse and writes the figures as a table; docs/measured/lighthouse.md says how to run it.
// It walks the wizard by its forms first, because the later steps open only to whoever came through the earlier ones.
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const clinic = new URL(process.argv[2] ?? "http://127.0.0.1:5080/demo");
const installed = (module) => import(pathToFileURL(resolve("node_modules", module)).href);
const { default: lighthouse } = await installed("lighthouse/core/index.js");
const { launch } = await installed("chrome-launcher/dist/index.js");

/** Somebody with cookies of their own and a language. */
class Visitor {
  #cookies = new Map();

  constructor(language) {
    this.language = language;
  }

  get headers() {
    return { "Accept-Language": this.language, Cookie: [...this.#cookies].map((pair) => pair.join("=")).join("; ") };
  }

  async open(address, init = {}) {
    const answer = await fetch(address, { ...init, redirect: "manual", headers: { ...this.headers, ...init.headers } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name, value] = cookie.split(";")[0].split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    const next = answer.headers.get("location");
    return next ? this.open(new URL(next, address)) : { address: answer.url, html: await answer.text() };
  }

  /** Sends the form that asks for this field, and what it hides, with these answers. */
  send({ address, html }, field, answers) {
    const form = html.match(/<form[\s\S]*?<\/form>/g).find((one) => one.includes(`name="${field}"`));
    const body = new URLSearchParams();
    for (const [hidden] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
      body.append(hidden.match(/name="([^"]*)"/)[1], hidden.match(/value="([^"]*)"/)?.[1] ?? "");
    }
    for (const [name, value] of Object.entries(answers(form))) {
      body.set(name, value);
    }
    return this.open(address, { method: "POST", body });
  }
}

const first = (form, name) => form.match(new RegExp(`name="${name}" value="([^"]*)"`))[1];

async function* steps(language) {
  const visitor = new Visitor(language);
  yield { name: "landing", visitor, address: clinic.href };
  let page = await visitor.open(`${clinic}/book`);
  yield { name: "who comes", visitor, address: page.address };
  page = await visitor.send(page, "for", () => ({ for: "self", kind: "new", category: "medical" }));
  yield { name: "concern", visitor, address: page.address };
  page = await visitor.send(page, "concern", () => ({ concern: "rash", act: "go" }));
  yield { name: "questions", visitor, address: page.address };
  const no = (form) => Object.fromEntries([...form.matchAll(/name="([^"]*)" value="no"/g)].map((found) => [found[1], "no"]));
  page = await visitor.send(page, "_handler", (form) => ({ ...no(form), act: "go" }));
  yield { name: "visit", visitor, address: page.address };
  page = await visitor.send(page, "visit", (form) => ({ visit: first(form, "visit"), act: "go" }));
  yield { name: "time", visitor, address: page.address };
  page = await visitor.send(page, "start", (form) => ({ start: first(form, "start") }));
  yield { name: "details", visitor, address: page.address };
  page = await visitor.send(page, "firstName", () => ({
    for: "self", firstName: "Ana", lastName: "Ruiz", birthMonth: "3", birthDay: "14", birthYear: "1988", phone: "(646) 555-0187", language, act: "book",
  }));
  page = await visitor.open(`${clinic}/book/done`);
  yield { name: "done", visitor, address: page.address };
  yield { name: "private page", visitor, address: new URL(page.html.match(/href="(\/m\/[^"?/]+)"/)[1], clinic).href };
}

// Lighthouse's own mobile preset is a slow 4G (150 ms, 1.6 Mbit/s). PROFILE=4g is a phone on an ordinary one; the processor is as slow.
const network = process.env.PROFILE === "4g" ? { throttling: { rttMs: 60, throughputKbps: 10 * 1024, cpuSlowdownMultiplier: 4 } } : {};
const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });

try {
  console.log("| page | language | performance | LCP | CLS | TBT | transferred | accessibility | best practices |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");

  for (const language of ["en", "es"]) {
    for await (const { name, visitor, address } of steps(language)) {
      // Once unmeasured: a server that has just started is not what a patient meets. On a busy machine a trace may miss its end.
      await fetch(address, { headers: visitor.headers });
      let lhr;
      for (let attempt = 0; attempt < 3 && !lhr?.audits["cumulative-layout-shift"].numericValue?.toFixed; attempt++) {
        ({ lhr } = await lighthouse(address, {
          port: chrome.port, logLevel: "error", onlyCategories: ["performance", "accessibility", "best-practices"], extraHeaders: visitor.headers, ...network,
        }));
      }
      const score = (category) => Math.round(lhr.categories[category].score * 100);
      const value = (audit) => lhr.audits[audit].numericValue ?? NaN;
      console.log(`| ${name} | ${language} | ${score("performance")} | ${(value("largest-contentful-paint") / 1000).toFixed(2)} s | ${value("cumulative-layout-shift").toFixed(3)} | ${Math.round(value("total-blocking-time"))} ms | ${Math.round(value("total-byte-weight") / 1024)} KB | ${score("accessibility")} | ${score("best-practices")} |`);

      if (process.env.DETAILS) {
        const lost = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9).map((audit) => `${audit.id} ${audit.displayValue ?? ""}`);
        console.error(name, language, lhr.finalDisplayedUrl.replace(/\/m\/.*/, "/m/…"), lost.join("; "));
      }
    }
  }
} finally {
  await chrome.kill();
}
