import { ImageResponse } from "next/og";
import { now } from "@/lib/clock";
import { publishedProgrammes } from "@/lib/programmes/queries";
import { feeInWords, vatOn } from "@/lib/programmes/schema";

export const dynamic = "force-dynamic";
export const alt = "The programme, its length and its fee";
export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

const PAPER = "#faf7f2";
const BRAND = "#4a1f7c";
const ACCENT = "#f0b37e";

/** Drawn once for each wording: drawing takes far longer than any page. */
const drawn = new Map<string, Promise<ArrayBuffer>>();
const MOST = 50;

/** The picture that a link to the programme brings with it in messages and feeds. */
export default async function Picture({ params }: { params: Promise<{ programme: string }> }) {
  const { programme: slug } = await params;
  const found = (await publishedProgrammes(now())).find((each) => each.slug === slug);
  if (!found) return new Response("There is no such programme.", { status: 404 });
  const feeWithVatPence = found.feePence + vatOn(found.feePence, found.vatPercent);
  const fee = feeInWords({ feePence: found.feePence, feeWithVatPence });
  const facts = [`${found.durationMonths} months`, `${found.learningMinutes / 60} hours`, fee];
  const key = JSON.stringify([found.qualification, found.shortName, facts]);
  if (drawn.size > MOST) drawn.clear();
  const picture = drawn.get(key) ?? draw(found.qualification, found.shortName, facts);
  drawn.set(key, picture);
  return new Response(await picture, { headers: { "Content-Type": contentType } });
}

function draw(qualification: string, shortName: string, facts: string[]): Promise<ArrayBuffer> {
  return new ImageResponse(
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: "72px 80px",
        background: BRAND,
        color: PAPER,
      }}
    >
      <div style={{ display: "flex", fontSize: 30 }}>UCL Centre for Educational Leadership</div>
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div style={{ fontSize: 40, color: ACCENT }}>{shortName}</div>
        <div style={{ marginTop: 14, fontSize: 66, lineHeight: 1.12 }}>{qualification}</div>
      </div>
      <div
        style={{ display: "flex", gap: 40, paddingTop: 28, borderTop: `3px solid ${ACCENT}`, fontSize: 32 }}
      >
        {facts.map((fact) => (
          <div key={fact}>{fact}</div>
        ))}
      </div>
    </div>,
    size,
  ).arrayBuffer();
}
