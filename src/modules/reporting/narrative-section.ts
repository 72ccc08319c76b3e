import type { Template, TemplateSection } from './report.ts'

/** The sections of a template that are written, in the order of the form. */
export function narrativeSections({ sections }: Pick<Template, 'sections'>): TemplateSection[] {
  return sections.filter(({ kind }) => kind === 'narrative')
}

/** One section as a form sends it: its text, and the saving that the page was made with (0 for none). */
export type SectionEntry = { section: string; text: string; seen: number }

/** As much as ten pages; what is longer is an annex. */
export const longestSection = 20_000
