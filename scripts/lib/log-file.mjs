import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

const largestFile = 20 * 1024 * 1024;
const tailLines = 60;
const tailCharacters = 16_000;

/**
 * A log that keeps its last lines at hand and one older file beside it: past 20 MB it starts anew, so that a portal that
 * runs for months does not fill the disk.
 */
export function openLog(file) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let stream = createWriteStream(file, { flags: "a" });
  let size = existsSync(file) ? statSync(file).size : 0;
  let recent = "";

  function write(text) {
    size += Buffer.byteLength(text);
    stream.write(text);
    recent = (recent + text).slice(-tailCharacters);
    if (size < largestFile) return;
    stream.end();
    renameSync(file, `${file}.1`);
    stream = createWriteStream(file, { flags: "a" });
    size = 0;
  }

  return { file, write, tail: () => lastLines(recent) };
}

function lastLines(text) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(-tailLines).join("\n");
}
