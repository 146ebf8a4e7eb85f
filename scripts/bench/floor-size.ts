import { PlainError } from "../lib/say";
import { sizeOf } from "./pages";
import { buildFloor, type Server, serveFloor } from "./servers";

/** Brings the floor's pages to the size of the page that they stand against. */

/** How far apart two sizes may be and still count as the same. */
const TOLERANCE = 0.03;

const near = (size: number, wanted: number) => Math.abs(size / wanted - 1) <= TOLERANCE;

/** The address of the floor's dynamic page with that many bytes of HTML, give or take three in a hundred. */
export async function calibrated(origin: string, bytes: number): Promise<string> {
  let filler = bytes;
  for (let attempt = 0; attempt < 6; attempt++) {
    const url = `${origin}/dynamic?bytes=${filler}`;
    const size = await sizeOf(url);
    if (near(size, bytes)) return url;
    filler = Math.max(1, filler + bytes - size);
  }
  throw new PlainError(`The floor's page cannot be brought to ${bytes} bytes.`);
}

/** Builds and starts the floor with a static page of that many bytes: at the second go, if the first misses. */
export async function staticFloor(bytes: number): Promise<{ floor: Server; url: string }> {
  let filler = bytes;
  for (let attempt = 0; attempt < 4; attempt++) {
    await buildFloor(filler);
    const floor = await serveFloor();
    const url = `${floor.origin}/static`;
    const size = await sizeOf(url);
    if (near(size, bytes)) return { floor, url };
    await floor.stop();
    filler = Math.max(1, filler + bytes - size);
  }
  throw new PlainError(`The floor's static page cannot be brought to ${bytes} bytes.`);
}
