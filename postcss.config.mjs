/** Tailwind is the only step between our stylesheet and the browser. */
const config = {
  plugins: { "@tailwindcss/postcss": {} },
};

export default config;
