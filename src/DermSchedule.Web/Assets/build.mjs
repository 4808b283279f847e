// Bundles scripts and fonts into wwwroot/dist. Names carry no hash: the web server fingerprints them.
import { build } from "esbuild";

await build({
  entryPoints: { app: "src/app.ts", fonts: "src/fonts.css" },
  outdir: "../wwwroot/dist",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "safari16"],
  assetNames: "[name]",
  loader: { ".woff2": "file" },
  legalComments: "none",
  logLevel: "warning",
});
