import { command } from "./lib/command";
import { runPortal } from "./lib/run-portal";

/** npm run dev — runs the portal from its sources; changes show at once. */
command(() => runPortal("development"), 0);
