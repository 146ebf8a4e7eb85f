/** Nothing to start: this file only keeps the bundler from finding the portal's own one further up. */
export function register(): void {}
