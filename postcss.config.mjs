/** Tailwind 4 is the only CSS step; it reads its theme from src/ui/styles/tokens.css. */
const config = { plugins: { "@tailwindcss/postcss": {} } };

export default config;
