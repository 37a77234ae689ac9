import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { runCommand } from "../run-command.mjs";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium that starts: the one CHROMIUM_PATH names, the system's, the one Playwright downloaded before,
 * or Debian's package, installed here where this is root on Debian or Ubuntu. Throws with what to do when there is none.
 */
export async function findChromium(options = {}) {
  const named = process.env.CHROMIUM_PATH;
  if (named && !starts(named)) throw new Error(`CHROMIUM_PATH is ${named}, and that does not start.`);
  const found = named || [...usualPlaces, playwrightChromium()].find(starts);
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await runCommand("chromium", "apt-get", ["update"], { ...options, env });
    await runCommand(
      "chromium",
      "apt-get",
      ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"],
      {
        ...options,
        env,
      },
    );
    const installed = usualPlaces.find(starts);
    if (installed) return installed;
  }
  throw new Error(
    "There is no Chromium for the browser tests. Get one and run this again: on Debian or Ubuntu `sudo apt-get install chromium`, on macOS install Google Chrome, anywhere `npx playwright install chromium`; or set CHROMIUM_PATH to one.",
  );
}

function playwrightChromium() {
  try {
    return createRequire(import.meta.url)("@playwright/test").chromium.executablePath();
  } catch {
    return "";
  }
}

function starts(path) {
  return (
    existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0
  );
}
