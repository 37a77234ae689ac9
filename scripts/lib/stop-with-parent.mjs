/**
 * Loaded with `--import` into the processes that a script starts: when the parent dies, even by SIGKILL, the channel to
 * it closes, and this process asks itself to stop instead of lingering on its port. Node hands the option on to
 * processes that a tool forks in turn; those have a channel of their own and are left alone.
 */
if (process.channel && process.env.TWOTIER_STOP_WITH === String(process.ppid)) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 10_000).unref();
  });
  process.channel.unref();
}
