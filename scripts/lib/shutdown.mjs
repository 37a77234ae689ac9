import { endRunningChildren } from "./running-children.mjs";

/** A terminal's Ctrl-C reaches us from the terminal and again from npm: only a later one means "now". */
const sameKeyPress = 1_500;

/**
 * Runs `clean` once before this process ends, whatever ends it: Ctrl-C, a signal, the death of the process that started
 * it, an error nobody caught. A signal ends it with `signalCode`; a second Ctrl-C stops waiting and calls `force`.
 * Answers the function that ends the process with an exit code.
 */
export function endCleanly({ clean, force, signalCode, onStop = () => {} }) {
  let ending;
  let firstAt = 0;

  function end(code) {
    ending ??= (async () => {
      await endRunningChildren();
      await clean().catch((error) => process.stderr.write(`${error.stack}\n`));
      process.exit(code);
    })();
    return ending;
  }

  function onSignal() {
    if (ending && Date.now() - firstAt > sameKeyPress) {
      force();
      process.exit(130);
    }
    if (ending) return;
    firstAt = Date.now();
    onStop();
    end(signalCode);
  }

  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, onSignal);
  process.on("disconnect", onSignal);
  for (const event of ["uncaughtException", "unhandledRejection"]) {
    process.on(event, (error) => {
      process.stderr.write(`${error?.stack ?? error}\n`);
      end(1);
    });
  }
  stopWithNpm(onSignal);
  return end;
}

/** npm killed with SIGKILL tells nobody; being handed to another parent does. */
function stopWithNpm(onSignal) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) onSignal();
  }, 500).unref();
}
