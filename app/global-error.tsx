"use client";

import { Trouble } from "@/components/layout/trouble";
import { headFont, textFont } from "./fonts";
import "./globals.css";

/** Stands in for the whole page when the root layout itself fails. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en-GB" className={`${headFont.variable} ${textFont.variable}`}>
      <body>
        <main id="main">
          <Trouble retry={reset} reference={error.digest} />
        </main>
      </body>
    </html>
  );
}
