import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { headFont, textFont } from "./fonts";
import "./globals.css";

/** Scripts carry a nonce that is new for every request, so no page is made at build time. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  metadataBase: new URL(process.env.NEXTAUTH_URL ?? "http://localhost:3000"),
  // No default: pages with a form write their own title element, to put "Error:" in front (components/forms).
  title: { template: "%s - UCL Centre for Educational Leadership", default: "" },
  description:
    "National professional qualifications from the UCL Centre for Educational Leadership: what they ask, when they start, how to apply, and a place to follow your own.",
  formatDetection: { telephone: false, address: false, email: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#1f1928" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB" className={`${headFont.variable} ${textFont.variable}`}>
      <body>{children}</body>
    </html>
  );
}
