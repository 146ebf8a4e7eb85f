import { Filler } from "../filler";

/** The smallest dynamic page: no data, no session, as many bytes as asked. */
export default async function Page({ searchParams }: { searchParams: Promise<{ bytes?: string }> }) {
  const { bytes } = await searchParams;
  return <Filler bytes={Number(bytes)} />;
}
