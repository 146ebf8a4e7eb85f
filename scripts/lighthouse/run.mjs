// Runs Lighthouse's mobile preset on the addresses it is given and prints its results as JSON.
//   node run.mjs <browser> <flags, comma-separated> <address>…
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, flags, ...addresses] = process.argv.slice(2);
const chrome = await launch({
  chromePath,
  chromeFlags: ["--headless=new", "--no-first-run", "--disable-background-networking", ...flags.split(",")],
});
const results = [];
for (const address of addresses) {
  const options = { port: chrome.port, output: "json", logLevel: "error" };
  const { lhr } = await lighthouse(address, options);
  const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]);
  const failed = Object.values(lhr.audits)
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === "binary" && score === 0)
    .map(({ title }) => title);
  results.push({ address, scores: Object.fromEntries(scores), failed });
}
chrome.kill();
console.log(JSON.stringify(results));
