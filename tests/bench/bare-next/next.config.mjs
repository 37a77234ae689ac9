import { fileURLToPath } from "node:url";

/** The bare page that the portal's list is compared with: the framework, the driver and a table, nothing else. */
export default {
  poweredByHeader: false,
  serverExternalPackages: ["pg"],
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
};
