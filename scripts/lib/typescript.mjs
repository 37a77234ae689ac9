/**
 * Loaded with `--import`: runs TypeScript sources in plain Node, with the project's `#/` alias. The `server-only` marker
 * guards against a browser bundle; outside one it has nothing to say, and its package would throw.
 */
import { registerHooks } from "node:module";
import "tsx";

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only"
      ? { url: "data:text/javascript,", shortCircuit: true }
      : next(specifier, context),
});
