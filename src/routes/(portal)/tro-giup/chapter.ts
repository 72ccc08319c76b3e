/** A picture of docs/images by its name, with what it shows for those who do not see it. */
export type Picture = { name: string; alt: string }

/** One thing to do: sentences, then steps in their order, then what to mind. */
export type Part = {
  id: string
  title: string
  says?: readonly string[]
  steps?: readonly string[]
  minds?: readonly string[]
  picture?: Picture
}

export type Chapter = { id: string; title: string; who: string; parts: readonly Part[] }
