// Loaded into the programs that a command starts: they end when the command is killed outright
// and can no longer stop them. Only those: what they start in turn may need its own channel.
if (process.channel && process.ppid === Number(process.env.PORTAL_LEASH)) {
  process.on("disconnect", () => process.exit(1));
  process.channel.unref();
}
