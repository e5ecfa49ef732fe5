import localFont from "next/font/local";

// Next reads these calls at build time, so every argument has to be written out here. The file with accents beyond
// Western Europe comes first in the font stack and is only fetched by a page that needs one of its letters.

const latin = localFont({
  src: "../../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  weight: "200 900",
  display: "swap",
  preload: true,
  variable: "--font-latin",
  fallback: ["system-ui"],
});

const latinExtended = localFont({
  src: "../../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2",
  weight: "200 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-latin-ext",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

/** The classes for `<html>` that bring in Source Sans 3; `globals.css` names the variables they set. */
export const typefaceClasses = `${latin.variable} ${latinExtended.variable}`;
