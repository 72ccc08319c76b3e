/** A place in the family tree of an idea: who does it, since when, and whether it can be opened. */
export type FamilyLine = {
  key: string
  name: string
  href: string | null
  where: string
  note: string | null
  isHere: boolean
  children: FamilyLine[]
}

/** A picture as the page shows it; its measures keep the page from jumping while it comes. */
export type ArticlePhoto = { src: string; alt: string; caption: string; width: number; height: number }

/** A good practice as everybody reads it; every number says where it comes from. */
export type LibraryArticlePage = {
  name: string
  summary: string
  chips: string[]
  isOutstanding: boolean
  photos: ArticlePhoto[]
  story: string
  goals: string
  doing: string
  sustainability: string
  results: { label: string; amount: string; unit: string; source: string; parts: { label: string; amount: string }[] }[]
  steps: { key: number; iso: string; day: string; title: string; text: string }[]
  years: { year: number; scope: string; state: string }[]
  facts: { term: string; value: string; href?: string | undefined }[]
  family: FamilyLine | null
}
