import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { largeRegister } from "./register-file";

/** node --import tsx tests/support/write-register.ts file.csv [52000] — writes the file that imports are measured with. */
const [file = "", count = "52000"] = process.argv.slice(2);
await pipeline(Readable.from(largeRegister(Number(count))), createWriteStream(file));
