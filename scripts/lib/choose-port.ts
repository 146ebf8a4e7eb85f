import { portIsFree } from "./ports";
import { PlainError, say } from "./say";

const usual = 3000;

/**
 * The port to serve on: the one that was asked for, or the first free one from 3000 up.
 * @param asked the value of PORT.
 * @throws PlainError when the port that was asked for is not one, or is in use.
 */
export async function choosePort(asked: string | undefined): Promise<number> {
  if (asked) {
    const port = Number(asked);
    if (!/^\d+$/.test(asked) || port < 1 || port > 65535) {
      throw new PlainError(`PORT is "${asked}": it must be a number from 1 to 65535.`);
    }
    if (await portIsFree(port)) return port;
    throw new PlainError(`Port ${port} is in use by another program: stop that, or choose another PORT.`);
  }
  for (let port = usual; port < usual + 100; port++) {
    if (!(await portIsFree(port))) continue;
    if (port !== usual) say(`Port ${usual} is in use by another program, so this is port ${port}`);
    return port;
  }
  throw new PlainError(`Ports ${usual} to ${usual + 99} are all in use: choose one with PORT.`);
}
