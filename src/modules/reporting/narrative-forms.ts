import { textOf } from './forms.ts'
import { longestSection, type SectionEntry } from './narrative-section.ts'

/** Field names of one section in a form. */
export function sectionFields(code: string): { text: string; seen: string } {
  return { text: `loi.${code}`, seen: `ban.${code}` }
}

/** Reads the sections of a form: one on a page or all. A little more than may be kept, so that too long is said and not cut. */
export function readSections(form: FormData): SectionEntry[] {
  return [...form.keys()]
    .filter((name) => name.startsWith('loi.'))
    .map((name) => {
      const section = name.slice('loi.'.length)
      const seen = Number(textOf(form, sectionFields(section).seen, 9))
      return {
        section,
        text: textOf(form, name, 2 * longestSection),
        seen: Number.isSafeInteger(seen) ? seen : 0,
      }
    })
}
