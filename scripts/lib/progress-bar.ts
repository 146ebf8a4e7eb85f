import { say } from "./say";

/** How far a file has been read: one line that fills up on a terminal, a line for every quarter in a log. */
export class ProgressBar {
  private read = 0;
  private told = -1;
  private text = "";

  /** @param size of the file, in bytes */
  constructor(private readonly size: number) {}

  /** So many more bytes have been read. */
  advance(bytes: number): void {
    this.read += bytes;
    this.show();
  }

  /** What stands behind the bar from now on. */
  note(text: string): void {
    this.text = text;
    this.show();
  }

  /** Ends the line. */
  end(): void {
    if (process.stdout.isTTY && this.told >= 0) process.stdout.write("\n");
  }

  private show(): void {
    const share = this.size === 0 ? 1 : Math.min(1, this.read / this.size);
    const percent = Math.floor(share * 100);
    if (process.stdout.isTTY) {
      this.told = percent;
      const full = Math.round(share * 30);
      const bar = `${"█".repeat(full)}${"░".repeat(30 - full)}`;
      process.stdout.write(`\r  ${bar} ${String(percent).padStart(3)}%  ${this.text}\u001b[K`);
      return;
    }
    const quarter = Math.floor(percent / 25);
    if (quarter <= this.told) return;
    this.told = quarter;
    say(`  ${quarter * 25}%${this.text ? `  ${this.text}` : ""}`);
  }
}
