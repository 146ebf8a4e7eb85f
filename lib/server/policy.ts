/**
 * The headers of every response. One policy, two kinds of page: pages made for one person carry a nonce for
 * Next's inline scripts; public pages come from the page cache without any inline script, so theirs needs none.
 * Why this way: docs/decisions/0001-content-security-policy-and-cached-pages.md.
 */

const FIXED = [
  "default-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "style-src 'self'",
  // React writes style attributes: a bar's width, a position on the rail. No style element is allowed.
  "style-src-attr 'unsafe-inline'",
  "connect-src 'self'",
  "object-src 'none'",
  "worker-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
];

/** The policy as a header value; `nonce` for pages that Next renders, none for all else. */
export function contentSecurityPolicy(options: { nonce?: string; https: boolean }): string {
  const scripts = options.nonce ? `script-src 'self' 'nonce-${options.nonce}'` : "script-src 'self'";
  const directives = [...FIXED, scripts, ...(options.https ? ["upgrade-insecure-requests"] : [])];
  return directives.join("; ");
}

/** Headers that never change. HSTS only where the portal is reached by https. */
export function securityHeaders(https: boolean): [string, string][] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    // Links in e-mails carry tokens: no other origin learns an address, and no downgrade either.
    ["Referrer-Policy", "same-origin"],
    [
      "Permissions-Policy",
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ...(https
      ? ([["Strict-Transport-Security", "max-age=31536000; includeSubDomains"]] as [string, string][])
      : []),
  ];
}
