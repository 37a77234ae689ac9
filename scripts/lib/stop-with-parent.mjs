/**
 * Loaded with `--import` into every process the start script makes: when the parent dies, even by SIGKILL, the channel
 * to it closes, and this process asks itself to stop instead of lingering on its port.
 */
if (process.channel) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 10_000).unref();
  });
  process.channel.unref();
}
