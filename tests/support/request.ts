import { createRequire } from "node:module";

/**
 * A request as Next would hand it to a page, an action or a route handler: its cookies and headers, and the cookies
 * it is answered with. In tests with a database this file stands for "next/headers" (vitest.config.ts).
 */
export const request = { cookies: new Map<string, string>(), headers: new Headers() };

export function newRequest(): void {
  request.cookies.clear();
  request.headers = new Headers();
}

export const headers = async () => request.headers;

export const cookies = async () => ({
  get: (name: string) => {
    const value = request.cookies.get(name);
    return value === undefined ? undefined : { name, value };
  },
  getAll: () => [...request.cookies].map(([name, value]) => ({ name, value })),
  set: (name: string, value: string) => {
    if (value) request.cookies.set(name, value);
    else request.cookies.delete(name);
  },
});

// next-auth is CommonJS and asks for "next/headers" itself, past Vitest's table of other names.
Object.assign(createRequire(import.meta.url)("next/headers"), { headers, cookies });
