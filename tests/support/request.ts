import { createRequire } from "node:module";

/**
 * A request as Next would hand it to a page, an action or a route handler: its cookies and headers, and the cookies
 * it is answered with. A test file that uses it begins with
 * `vi.mock("next/headers", async () => (await import("../support/request")).nextHeaders);`
 */
export const request = { cookies: new Map<string, string>(), headers: new Headers() };

export function newRequest(): void {
  request.cookies.clear();
  request.headers = new Headers();
}

export const nextHeaders = {
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => {
      const value = request.cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
    getAll: () => [...request.cookies].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => {
      if (value) request.cookies.set(name, value);
      else request.cookies.delete(name);
    },
  }),
};

// next-auth is CommonJS and asks for "next/headers" anew each time, past vi.mock.
Object.assign(createRequire(import.meta.url)("next/headers"), nextHeaders);
