import type { IconName } from "./icon-names";

/** What a message or a state means; colour never says it alone, words or an icon always stand with it. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** The icon that stands with each tone, so that the tone does not rest on colour. */
export const toneIcon: Readonly<Record<Tone, IconName>> = {
  neutral: "info",
  info: "info",
  success: "circle-check",
  warning: "triangle-exclamation-point",
  danger: "circle-exclamation-point",
};
