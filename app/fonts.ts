import localFont from "next/font/local";

/** Two variable fonts, Latin only, served by the portal itself: Newsreader for headings, Hanken Grotesk for text. */

export const headFont = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
  weight: "200 800",
  display: "swap",
  preload: true,
  variable: "--font-newsreader",
  fallback: ["Georgia", "serif"],
  adjustFontFallback: "Times New Roman",
});

export const textFont = localFont({
  src: "../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2",
  weight: "100 900",
  display: "swap",
  preload: true,
  variable: "--font-hanken",
  fallback: ["system-ui", "sans-serif"],
  adjustFontFallback: "Arial",
});
