import { dayInVietnam, formatDay, partsOf } from '#kernel/local-date.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import { kindName } from '#modules/territory/labels.ts'
import { searchLibrary } from '#modules/movement/library-queries.server.ts'
import { askedAddress, libraryKinds, readLibraryAsked, sizeBands } from '#modules/movement/library-search.ts'
import { libraryFields } from '#modules/movement/library-words.server.ts'
import { libraryPath, photoOf } from '../../library-view.ts'
import type { PageServerLoad } from './$types'

const firstYear = 2009

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = readLibraryAsked(url.searchParams)
  const typed = Number(/^\d{1,4}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)
  const { pages, found, isMore, place, lastPage } = await searchLibrary(
    locals.db,
    asked,
    Math.max(1, typed),
    locals.now,
  )
  const { year } = partsOf(dayInVietnam(locals.now))
  return {
    asked,
    query: askedAddress(asked),
    isAsked: Object.keys(askedAddress(asked)).some((key) => key !== 'xep'),
    found: `${isMore ? 'Hơn ' : ''}${formatQuantity(quantity(found))}`,
    total: found,
    isMany: isMore,
    place: place && { typed: asked.noi, names: place.names },
    page: Math.min(Math.max(1, typed), lastPage),
    lastPage,
    rows: pages.map((one) => ({
      id: one.id,
      href: libraryPath(one.id),
      name: one.name,
      summary: one.summary,
      where: `${one.content.unit.name}, ${one.content.province.name}`,
      field: one.content.fieldName,
      years: one.years.from === one.years.to ? String(one.years.to) : `${one.years.from}–${one.years.to}`,
      isOutstanding: one.isOutstanding,
      publishedOn: formatDay(one.publishedOn),
      photo: one.photo && photoOf(one.id, one.photo),
    })),
    choices: {
      fields: (await libraryFields(locals.db)).map(({ code, label }) => ({ value: code, label })),
      kinds: libraryKinds.map((kind) => ({ value: kind, label: firstUpper(kindName[kind]) })),
      sizes: sizeBands.map(({ code, label }) => ({ value: code, label })),
      years: Array.from({ length: year - firstYear + 1 }, (_, ago) => String(year - ago)),
    },
  }
}

function firstUpper(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
