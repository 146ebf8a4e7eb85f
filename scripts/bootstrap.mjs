// Runs one of the project's commands on a machine that has nothing but Node and npm:
//   node scripts/bootstrap.mjs <command> [arguments]
// It installs the packages and generates the database client when they are missing or out of
// date, then runs scripts/<command>.ts under the Node that the project pins. Plain JavaScript,
// no packages: it runs before there are any.

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Node ${process.versions.node} is too old: install Node 20.9 or later (24 is best).`);
  process.exit(1);
}

const { Problem, root } = await import("./bootstrap/common.mjs");
const { ensurePackages } = await import("./bootstrap/packages.mjs");
const { ensureClient } = await import("./bootstrap/client.mjs");
const { handOver, pinnedNode, scriptFor } = await import("./bootstrap/hand-over.mjs");

const [command = "", ...args] = process.argv.slice(2);

try {
  process.chdir(root);
  const script = scriptFor(command);
  await ensurePackages(command);
  const node = pinnedNode();
  await ensureClient(node);
  await handOver(node, script, args);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exit(1);
}
