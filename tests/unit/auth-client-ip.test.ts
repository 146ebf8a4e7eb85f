import { describe, expect, it } from "vitest";
import { clientIp } from "@/lib/auth/client-ip";

/** What the server sees: the socket's address and what came in X-Forwarded-For. */
const request = (socket: string, forwarded?: string) =>
  new Headers({ "x-portal-client-ip": socket, ...(forwarded ? { "x-forwarded-for": forwarded } : {}) });

describe("whose connection a request came over", () => {
  it.each([
    ["no proxy: the socket", request("192.0.2.7"), 0, "192.0.2.7"],
    ["no proxy: a forged header counts for nothing", request("192.0.2.7", "198.51.100.1"), 0, "192.0.2.7"],
    ["one proxy: what it appended", request("10.0.0.1", "192.0.2.7"), 1, "192.0.2.7"],
    [
      "one proxy: what the client put in front is not believed",
      request("10.0.0.1", "1.1.1.1, 192.0.2.7"),
      1,
      "192.0.2.7",
    ],
    ["two proxies", request("10.0.0.1", "1.1.1.1, 192.0.2.7, 10.0.0.2"), 2, "192.0.2.7"],
    ["a proxy that says nothing", request("10.0.0.1"), 1, "unknown"],
    ["a proxy that adds the port", request("10.0.0.1", "192.0.2.7:5123"), 1, "192.0.2.7"],
    ["IPv4 in IPv6's clothes", request("::ffff:192.0.2.7"), 0, "192.0.2.7"],
    [
      "IPv6: the /64, which one household has",
      request("2001:db8:1:2:aaaa:bbbb:cccc:dddd"),
      0,
      "2001:db8:1:2::/64",
    ],
    ["IPv6: written short", request("2001:DB8::1"), 0, "2001:db8:0:0::/64"],
    ["IPv6: this machine", request("::1"), 0, "0:0:0:0::/64"],
    ["IPv6: in brackets", request("10.0.0.1", "[2001:db8:1:2::9]:443"), 1, "2001:db8:1:2::/64"],
    ["nonsense", request("10.0.0.1", "<script>"), 1, "unknown"],
    ["nothing at all", new Headers(), 0, "unknown"],
  ])("%s", (_, headers, proxies, ip) => {
    expect(clientIp(headers, proxies)).toBe(ip);
  });
});
