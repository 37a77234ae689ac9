import base from "../../playwright.config";

/** Takes the pictures of README.md from the demo: `npm run screenshots`. */
export default {
  ...base,
  testDir: ".",
  workers: 1,
  use: {
    ...base.use,
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    colorScheme: "light" as const,
  },
};
