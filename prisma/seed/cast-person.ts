/** Somebody of the demo: the name says the address. */
export type Person = { name: string; email: string };

export const personOf = (name: string): Person => ({
  name,
  email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org`,
});
