import { ensureBuild } from "./lib/build";
import { command } from "./lib/command";
import { say } from "./lib/say";

/** npm run build — builds the portal where the build is not current. */
command(async () => {
  await ensureBuild();
  say("The build is current.");
});
