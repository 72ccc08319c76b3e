import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { peopleOf } from '#modules/figures/unit-size-queries.server.ts'
import { lastVersionIn } from '#modules/territory/queries.server.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { followUpsOf } from './follow-store.server.ts'
import type { Initiative } from './initiative.ts'
import { acceptedYears, pageContent, pageLikeness, type AboutPage } from './library-content.ts'
import { namesOfPlace } from './library-place.ts'
import type { PageWritten } from './library-store.server.ts'
import { pageWords } from './library-page-words.server.ts'
import type { PageSaid } from './library.ts'
import { wordSaid } from './words.ts'
import { movementWords } from './word-store.server.ts'
import { yearsOf } from './year-store.server.ts'

/** What is known of an initiative beside its own row, in the words of a day. */
export async function aboutPage(tx: Tx, initiative: Initiative, today: LocalDate): Promise<AboutPage> {
  const { province, id } = initiative
  const unit = await lastVersionIn(tx, initiative.unit, province, today)
  const over = await lastVersionIn(tx, province, province, today)
  if (!unit || !over) throw new Error(`Initiative ${id} is of a unit that was never there`)
  const said = await movementWords(tx, province)
  return {
    years: await yearsOf(tx, province, [id]),
    lines: await followUpsOf(tx, province, id),
    fieldName: wordSaid(said, 'field', initiative.mainField, today),
    tagNames: initiative.tags.map((tag) => wordSaid(said, 'tag', tag, today)),
    unit: { code: unit.code, name: unit.name, kind: unit.kind },
    province: { code: over.code, name: over.name },
  }
}

/** A page as it is written into the library; null while no year of it was accepted into a list. */
export async function writtenPage(
  tx: Tx,
  initiative: Initiative,
  said: PageSaid,
  today: LocalDate,
): Promise<PageWritten | null> {
  const about = await aboutPage(tx, initiative, today)
  const years = acceptedYears(about.years)
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last) return null
  const content = pageContent(initiative, said, about)
  return {
    content,
    field: initiative.mainField,
    people: await peopleOf(tx, initiative.province, initiative.unit, today),
    years: { from: first.year, to: last.year },
    isOutstanding: years.some(({ days }) => days.outstandingOn !== null),
    words: pageWords(initiative.name, content, namesOfPlace(await currentRegister(tx), initiative.unit, today)),
    likeness: pageLikeness(initiative.name, content),
  }
}
