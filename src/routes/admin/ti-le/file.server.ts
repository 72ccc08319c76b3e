import { formatDay, dayInVietnam } from '#kernel/local-date.ts'
import { amountInFile, divisionColumns, divisionMore } from '#modules/reorganisation/division-list.ts'
import type { DivisionLine } from '#modules/reorganisation/division-queries.server.ts'
import { sayPercent } from '#modules/reorganisation/shares.ts'
import { basisWord } from '#modules/territory/stated.ts'
import { csvLine } from '../csv.ts'

/** One line a part, as it is filled in and sent back; `isFull` has the shares, their source and day beside the numbers. */
export function divisionFile(lines: readonly DivisionLine[], isFull: boolean): string {
  const header = [...Object.values(divisionColumns), ...(isFull ? divisionMore : [])]
  const rows = lines.flatMap(({ standing, parts, ...unit }) =>
    parts.map(({ to, officialCode, name }) => {
      const part = standing?.parts.get(to)
      const amount = amountInFile(part?.amount ?? null)
      const cells = [unit.officialCode, unit.name, officialCode, name, amount]
      if (!isFull) return cells
      const known = standing && part
      return known
        ? [
            ...[...cells, sayPercent(part.share), basisWord[standing.basis], standing.source],
            formatDay(dayInVietnam(standing.at)),
          ]
        : [...cells, '', '', '', '']
    }),
  )
  // Excel reads UTF-8 only after this mark.
  return `\ufeff${[header, ...rows].map((cells) => csvLine(cells)).join('')}`
}

export function csvAnswer(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  })
}
