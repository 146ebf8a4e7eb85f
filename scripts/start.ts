import { command } from "./lib/command";
import { runPortal } from "./lib/run-portal";

/** npm start — builds the portal and runs it. */
command(() => runPortal("production"), 0);
