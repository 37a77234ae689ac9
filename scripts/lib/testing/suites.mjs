import { join } from "node:path";
import { buildApplication } from "../build-application.mjs";
import { binary, runCommand } from "../run-command.mjs";
import { runInForeground } from "../run-in-foreground.mjs";
import { findChromium } from "./chromium.mjs";
import { buildEnv, startDemoApplication } from "./demo-application.mjs";
import { proveMigrations } from "./prove-migrations.mjs";
import { readPlaywrightReport, readVitestReport } from "./tally.mjs";
import { ensureTemplate, openTestCluster } from "./test-cluster.mjs";

/** Runs every suite in order and adds its counts to the tally; a check of one answer counts as one test. */
export async function runSuites(run, tally) {
  const options = { logDirectory: run.logDirectory };
  const check = (name, work) => runCheck(tally, name, work);
  const command = (name, ...words) =>
    runCommand(name, process.execPath, [binary(words[0]), ...words.slice(1)], options);

  let template;
  let cluster;
  await check("Schema and migrations", async () => {
    cluster = await openTestCluster(run);
    template = await ensureTemplate(cluster, options);
    await proveMigrations(run, options);
  });
  await check("Types", async () => {
    await command("types", "next", "typegen");
    await command("types", "tsc", "--noEmit");
  });
  await check("Format and lint", () => command("lint", "biome", "check"));
  for (const project of ["unit", "architecture", "integration"]) {
    await runVitest(run, tally, project, template);
  }
  const built = await check("Build", () => buildApplication(buildEnv(), options));
  if (built && template) await runBrowserTests({ run, tally, cluster, template, options });
  else
    tally.add("Browser", {
      passed: 0,
      failed: 1,
      notes: ["not run: there is no built portal with a database"],
    });
}

async function runCheck(tally, name, work) {
  const started = performance.now();
  process.stdout.write(`\n— ${name} …\n`);
  try {
    await work();
    process.stdout.write(`  passed (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
    tally.add(name, { passed: 1, failed: 0 });
    return true;
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    tally.add(name, { passed: 0, failed: 1 });
    return false;
  }
}

async function runVitest(run, tally, project, template) {
  process.stdout.write(`\n— Tests: ${project} …\n`);
  const report = join(run.folder, `${project}.json`);
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const env = { ...process.env, ...(template && { TEST_DATABASE_URL: template.url }) };
  const exitCode = await runInForeground("vitest", args, env);
  tally.add(`Tests: ${project}`, readVitestReport(report), exitCode);
}

async function runBrowserTests({ run, tally, cluster, template, options }) {
  process.stdout.write("\n— Tests: browser …\n");
  const report = join(run.folder, "browser.json");
  try {
    const chromium = await findChromium(options);
    const variables = await startDemoApplication(run, cluster, template);
    const env = {
      ...process.env,
      ...variables,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    const exitCode = await runInForeground("playwright", ["test", "--reporter=list,json"], env);
    tally.add("Tests: browser", readPlaywrightReport(report), exitCode);
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    tally.add("Tests: browser", { passed: 0, failed: 1, notes: ["could not start"] });
  }
}
