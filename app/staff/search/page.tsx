import { SearchResults } from "@/components/search/search-results";
import { PageHeading } from "@/components/ui/page-heading";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { TooMany } from "@/lib/errors";
import { searchQuery } from "@/lib/people/schema";
import { search } from "@/lib/people/search";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SearchPage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/search");
  const { q = "" } = searchQuery.parse(await searchParams);
  const found = q
    ? await search(actor, q, now()).catch((error: unknown) => {
        if (error instanceof TooMany) return error.message;
        throw error;
      })
    : null;
  const title = q ? `Search: ${q}` : "Search";
  return (
    <>
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <PageHeading
        title={q ? `“${q}”` : "Search"}
        caption="People, schools and trusts, and what people quote"
      />
      {typeof found === "string" ? (
        <p role="alert">{found}</p>
      ) : found ? (
        <SearchResults found={found} />
      ) : (
        <p className="max-w-prose">
          Type the beginnings of names in any order (“oka am” finds Amara Okafor), a school, a reference such
          as NPQEL-4F7KQ2 or Q-4F7KQ2, a TRN, or a school’s URN for the people who work there. The key “/”
          comes here from any page.
        </p>
      )}
    </>
  );
}
