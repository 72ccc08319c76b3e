/** The home of the portal: units with what they have published, newest first. */
export type PublicIndexPage = {
  title: string
  /** One honest sentence: how much there is, and since when. */
  sentence: string
  /** The address of this page without its query; the search and the pages add theirs. */
  path: string
  query: string
  /** Reports found by the query, or all of them. */
  found: number
  page: number
  pages: number
  /** Units whose names answer to the query, whether or not they published anything. */
  places: { href: string; name: string; where: string }[]
  units: {
    anchor: string
    name: string
    href: string
    note: string | null
    reports: {
      href: string
      title: string
      periodName: string
      /** `công bố 5/10/2026`, or when figures from elsewhere were written down here. */
      when: string
      figureCount: number
      note: string | null
    }[]
    more: { href: string; count: number } | null
  }[]
}
