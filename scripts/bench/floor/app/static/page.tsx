import { Filler } from "../filler";

/** The same, made once when the bench builds it. */
export default function Page() {
  return <Filler bytes={Number(process.env.BENCH_STATIC_BYTES)} />;
}
