import { runChild } from "./lib/children";
import { command } from "./lib/command";

/** npm run lint — checks style and formatting. */
command(async () => (await runChild("node_modules/@biomejs/biome/bin/biome", ["check", "."])).code);
