/**
 * Numbered steps with their duration: `[ 3/11] Database client …`. On a terminal the running step counts its seconds in
 * place; elsewhere each step is one line when it starts to take long and one when it is done.
 */
export function createProgress(total) {
  const terminal = process.stdout.isTTY === true;
  const width = String(total).length;
  let number = 0;

  /** Runs `work` as the next step. A string it returns, or its `outcome`, is shown; what it throws goes on up. */
  return async function step(title, work) {
    number += 1;
    const label = `[${String(number).padStart(width)}/${total}] ${title}`;
    const started = performance.now();
    const elapsed = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
    const show = () => process.stdout.write(terminal ? `\r\x1b[2K${label} … ${elapsed()}` : `${label} …\n`);
    const timer = terminal ? setInterval(show, 200) : setTimeout(show, 1500);
    if (terminal) show();
    const finish = (outcome) => {
      clearInterval(timer);
      process.stdout.write(`${terminal ? "\r\x1b[2K" : ""}${label}: ${outcome} (${elapsed()})\n`);
    };
    try {
      const result = await work();
      finish(typeof result === "string" ? result : (result?.outcome ?? "done"));
      return result;
    } catch (error) {
      finish("failed");
      throw error;
    }
  };
}
