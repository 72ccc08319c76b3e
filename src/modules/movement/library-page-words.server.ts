import { searchVector } from '#platform/search-vector.ts'
import type { PageContent } from './library.ts'

/** The words by which a page is found, places under all their names. */
export function pageWords(name: string, content: PageContent, places: readonly string[]): string {
  const { summary, story, goals, doing, sustainability, holder, area, fieldName, tagNames, results, steps } = content
  const measured = results.map(({ label, unit }) => `${label} ${unit}`)
  const told = steps.map(({ title, text }) => `${title} ${text}`)
  return searchVector([
    { text: name, mark: '=', pairs: true },
    { text: `${summary}\n${story}`, mark: '~', pairs: true },
    { text: [holder, fieldName, ...tagNames, ...places].join('\n'), pairs: true },
    { text: [goals, doing, sustainability, area, content.lead, content.coordinating, ...measured, ...told].join('\n') },
  ])
}
