import { searchText } from '#platform/search-text.ts'
import type { RoundPage } from '#modules/movement/appraisal-queries.server.ts'

type Row = RoundPage['rows'][number]

export const rowsOnPage = 50

/** What of a round is asked for; each is a word of the address. */
export const standings = ['chua-giao', 'chua-nop', 'co-diem'] as const
type Standing = (typeof standings)[number]
export const standingWord: Record<Standing, string> = {
  'chua-giao': 'Chưa giao ai',
  'chua-nop': 'Còn phiếu chưa nộp',
  'co-diem': 'Đã có điểm',
}

const stands: Record<Standing, (row: Row) => boolean> = {
  'chua-giao': ({ appraisers }) => appraisers.length === 0,
  'chua-nop': ({ appraisers }) => appraisers.some(({ isHandedIn }) => !isHandedIn),
  'co-diem': ({ total }) => total !== null,
}

/** The rows of a round that are asked for, one page of them, and how many there are of each standing. */
export function narrowed(rows: readonly Row[], asked: URLSearchParams) {
  const words = (asked.get('tim') ?? '').slice(0, 80).trim()
  const standing = standings.find((one) => one === asked.get('loc')) ?? null
  const sought = searchText(words).split(' ')
  const worded = rows.filter(({ name, unitName }) => {
    const text = searchText(`${name} ${unitName}`)
    return sought.every((word) => text.includes(word))
  })
  const found = standing === null ? worded : worded.filter(stands[standing])
  const pages = Math.max(1, Math.ceil(found.length / rowsOnPage))
  const page = Math.min(pages, Math.max(1, Number(/^\d{1,5}$/.exec(asked.get('trang') ?? '')?.[0] ?? 1)))
  return {
    ...{ words, standing, page, pages, found: found.length },
    counts: standings.map((one) => ({ standing: one, count: worded.filter(stands[one]).length })),
    rows: found.slice((page - 1) * rowsOnPage, page * rowsOnPage),
  }
}

/** The narrowing as an address carries it, first page left out. */
export function queryOf({ words, standing, page }: { words: string; standing: string | null; page?: number }) {
  const query: Record<string, string> = {}
  if (words !== '') query.tim = words
  if (standing !== null) query.loc = standing
  if (page !== undefined && page > 1) query.trang = String(page)
  return query
}
