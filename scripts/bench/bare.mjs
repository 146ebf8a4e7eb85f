import { createServer } from "node:http";

// A bare Node server that sends as many bytes as asked: the floor under every framework.
const bodies = new Map();
createServer((request, response) => {
  const bytes = Number(new URL(request.url, "http://localhost").searchParams.get("bytes")) || 1;
  if (!bodies.has(bytes)) bodies.set(bytes, Buffer.alloc(bytes, "a"));
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": bytes });
  response.end(bodies.get(bytes));
}).listen(Number(process.env.PORT), "127.0.0.1");
