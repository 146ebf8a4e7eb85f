import { expect, test } from "@playwright/test";

/** What search engines, messages, calendars and spreadsheets get of the public pages. */

test("the sitemap lists pages that are there, with their one address", async ({ request, baseURL }) => {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const addresses = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address ?? "");
  expect(addresses).toContain(`${baseURL}/programmes/npqel`);
  expect(addresses).toContain(`${baseURL}/programmes/demonstration/route-map`);
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
  expect(await (await request.get("/robots.txt")).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
});

test("a programme brings its picture, its address and its facts", async ({ request, baseURL }) => {
  const html = await (await request.get("/programmes/npqel?module=2")).text();
  expect(html).toContain(`<link rel="canonical" href="${baseURL}/programmes/npqel"/>`);
  const facts = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? "{}";
  expect(JSON.parse(facts)).toMatchObject({ "@type": "Course", url: `${baseURL}/programmes/npqel` });
  const picture = /property="og:image" content="([^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const answer = await request.get(picture);
  expect(answer.headers()["content-type"]).toBe("image/png");
  expect([...(await answer.body()).subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
});

test("the route map goes into a spreadsheet and a calendar, of the cohort that is asked for", async ({
  request,
}) => {
  const csv = await request.get("/programmes/npqel/route-map.csv?cohort=spring-2026");
  expect(csv.headers()["content-disposition"]).toBe('attachment; filename="npqel-spring-2026-route-map.csv"');
  expect((await csv.text()).trim().split("\r\n").length).toBeGreaterThan(30);
  const ics = await (await request.get("/programmes/npqel/route-map.ics")).text();
  expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(ics).toContain("X-WR-CALNAME:NPQEL Spring 2027 route map");
  for (const file of ["csv", "ics"]) {
    const none = await request.get(`/programmes/npqel/route-map.${file}?cohort=spring-1999`);
    expect(none.status()).toBe(404);
  }
});
