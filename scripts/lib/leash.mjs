// Loaded into the programs that a command starts: they end when the command is killed outright
// and can no longer stop them.
if (process.channel) {
  process.on("disconnect", () => process.exit(1));
  process.channel.unref();
}
