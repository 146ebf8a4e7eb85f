import { describe, expect, it, vi } from "vitest";
import { NotFoundPage } from "@/lib/server/not-found-page";

const HTML = `<title>Page not found</title><h1>Page not found</h1><script nonce="n">self.x=1</script>`;

describe("the page for what is not there", () => {
  it("is rendered once, however many ask, and kept without scripts", async () => {
    const render = vi.fn(async () => HTML);
    const page = new NotFoundPage(render);
    await Promise.all([page.prepare(), page.prepare()]);
    expect(page.find()?.plain.toString()).toBe("<title>Page not found</title><h1>Page not found</h1>");
    await page.prepare();
    expect(render).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["fails", () => Promise.reject(new Error("no answer"))],
    ["is something else", () => Promise.resolve(undefined)],
    ["is empty", () => Promise.resolve("<title>Page not found</title>")],
  ])("is absent while its rendering %s, and asked for again", async (_, fault) => {
    const render = vi.fn<() => Promise<string | undefined>>(fault);
    const page = new NotFoundPage(render);
    await page.prepare();
    expect(page.find()).toBeUndefined();
    await page.prepare();
    render.mockResolvedValue(HTML);
    await page.prepare();
    expect(page.find()).toBeDefined();
  });
});
