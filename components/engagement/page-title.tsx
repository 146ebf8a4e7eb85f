/** The page's title, for a page whose title is known only once it has read what it shows. */
export function PageTitle({ title }: { title: string }) {
  return <title>{`${title} - UCL Centre for Educational Leadership`}</title>;
}
