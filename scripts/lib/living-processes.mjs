import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process with this number lives and its command line contains the text: numbers are reused after a restart. */
export function isRunning(pid, text) {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return commandLine(pid).includes(text);
}

function commandLine(pid) {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** Waits until the condition holds, looking every 50 ms; answers whether it did within the time, in milliseconds. */
export async function waitUntil(condition, timeout) {
  const end = Date.now() + timeout;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
