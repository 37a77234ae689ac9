/** How long a child may take to end when asked to, in milliseconds. */
const patience = 5_000;

const children = new Set();
let areEnding = false;

/**
 * Waits for a child that was just started and answers its exit code, or the signal that ended it. Once this process
 * itself ends it never resolves: what would have come next must not begin.
 */
export async function untilItEnds(child, { group = false, onError = () => {} } = {}) {
  const entry = { child, group, closed: undefined };
  children.add(entry);
  entry.closed = new Promise((resolve) => {
    child.on("error", (error) => {
      onError(error);
      resolve(127);
    });
    child.on("close", (code, signal) => resolve(code ?? signal));
  });
  const outcome = await entry.closed;
  children.delete(entry);
  return areEnding ? new Promise(() => {}) : outcome;
}

/** Ends every child still waited for, with what it started in its own group, and resolves when they are gone. */
export async function endRunningChildren() {
  areEnding = true;
  await Promise.all([...children].map(endChild));
}

async function endChild(entry) {
  signal(entry, "SIGTERM");
  const timer = setTimeout(() => signal(entry, "SIGKILL"), patience);
  await entry.closed;
  clearTimeout(timer);
  if (entry.group) signal(entry, "SIGKILL");
}

function signal({ child, group }, name) {
  try {
    process.kill(group ? -child.pid : child.pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}
