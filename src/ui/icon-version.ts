/** Changes with the content of public/icons.svg; written by scripts/draw-icons.mjs. */
export const iconVersion = "8c1bda";
