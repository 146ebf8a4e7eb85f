import { runChild } from "./lib/children";
import { command } from "./lib/command";

/** npm run format — puts formatting and imports right. */
command(
  async () => (await runChild("node_modules/@biomejs/biome/bin/biome", ["check", "--write", "."])).code,
);
