// Bundles scripts, fonts and the patient's style sheets into wwwroot/dist. Names carry no hash: the web server fingerprints them.
import { build } from "esbuild";

const common = {
  outdir: "../wwwroot/dist",
  bundle: true,
  minify: true,
  assetNames: "[name]",
  loader: { ".woff2": "file" },
  legalComments: "none",
  logLevel: "warning",
};

await build({ ...common, entryPoints: { app: "src/app.ts" }, format: "esm", target: ["es2022", "safari16"] });

// As it is written: what a browser does not know it skips (basic.css).
await build({ ...common, entryPoints: { fonts: "src/fonts.css", patient: "src/patient.css" }, target: "esnext" });
