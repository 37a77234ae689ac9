/** Runs once when the server starts: a process with a missing or weak setting ends here, before it answers anybody (S21). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("./platform/env");
  env();
}
