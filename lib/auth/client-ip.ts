import { isIP } from "node:net";

/**
 * Whose connection a request came over: what the limits on asking for links count by (checklist, 36).
 * The server puts the socket's address into `x-portal-client-ip`, over whatever the client sent there.
 */

export const SOCKET_ADDRESS_HEADER = "x-portal-client-ip";

type Headers = { get(name: string): string | null };

/**
 * The client's network address. With proxies of one's own in front (TRUSTED_PROXIES), each appended the address
 * it saw to X-Forwarded-For; only as many entries from the right are believed as there are such proxies.
 */
export function clientIp(headers: Headers, trustedProxies: number): string {
  const chain = [
    ...(headers.get("x-forwarded-for") ?? "").split(","),
    headers.get(SOCKET_ADDRESS_HEADER) ?? "",
  ];
  const believed = chain.slice(-1 - trustedProxies);
  return network(believed[0] ?? "");
}

/** An IPv4 address, or the /64 of an IPv6 one: what one household or school has. "unknown" for anything else. */
function network(text: string): string {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/^::ffff:(?=\d+\.)/i, "");
  const kind = isIP(bare);
  if (kind === 4) return bare;
  if (kind !== 6) return "unknown";
  const [head = "", tail] = bare.replace(/%.*$/, "").split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill("0"), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
