import { readFile } from "node:fs/promises";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { connectionOf, createAdapterFactory, createDatabase, executeScript } from "./connection.mjs";

/**
 * An engine that is loaded at the first request. `answer` never throws: it returns `{ result }` or `{ error }` in the
 * form of the native engine's JSON-RPC answers. `print` receives text that the native engine would have printed.
 */
export function createEngine({ datamodelPaths, datasource, print }) {
  const panic = watchForPanics();
  const factory = bindMigrationAwareSqlAdapterFactory(
    createAdapterFactory(
      datasource.url ? connectionOf(datasource.url) : undefined,
      datasource.shadowDatabaseUrl,
    ),
  );
  let loading;
  const load = () => {
    loading ??= loadEngine(datamodelPaths, factory);
    return loading;
  };

  async function call(method, params = {}) {
    if (method === "dbExecute") {
      await executeScript(connectionOf(params.datasourceType?.url ?? datasource.url), params.script);
      return {};
    }
    if (method === "createDatabase") {
      return { databaseName: await createDatabase(connectionOf(params.datasource?.url ?? datasource.url)) };
    }
    const engine = await load();
    const result = await engine[method === "getDatabaseVersion" ? "version" : method](params);
    if (method !== "diff") return result ?? {};
    if (result.stdout !== null && result.stdout !== undefined) await print(result.stdout);
    return { exitCode: result.exitCode, stdout: null };
  }

  return {
    answer: async (method, params) => {
      try {
        return { result: await Promise.race([call(method, params), panic.raised]) };
      } catch (error) {
        return { error: toRpcError(error, factory.errorRegistry, panic) };
      }
    },
    close: async () => {
      if (loading) (await loading.catch(() => undefined))?.free?.();
    },
  };
}

/** Instantiates the WebAssembly by hand: importing it as a module needs a Node flag that prints a warning. */
async function loadEngine(datamodelPaths, factory) {
  const file = new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm"));
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = await Promise.all(
    datamodelPaths.map(async (path) => [path, await readFile(path, "utf8")]),
  );
  return bindings.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    factory,
  );
}

/**
 * A panic traps inside a callback of WebAssembly, so it reaches us as an uncaught exception while the request's own
 * promise never settles. The command line takes a silent engine for success, hence the promise that rejects here.
 */
function watchForPanics() {
  const panic = { message: undefined, raised: undefined };
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      panic.message = message;
    },
  };
  panic.raised = new Promise((_, reject) => process.on("uncaughtException", reject));
  panic.raised.catch(() => {});
  return panic;
}

function toRpcError(error, errorRegistry, panic) {
  const id = /"?id"?:\s*(\d+)/.exec(error?.message ?? "")?.[1];
  const original = id === undefined ? undefined : errorRegistry.consumeError(Number(id))?.error;
  const message = panic.message ?? original?.message ?? error?.message ?? String(error);
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: { is_panic: panic.message !== undefined, message, error_code: error?.code, meta: error?.meta },
  };
}
