import { writeXlsx } from 'hucre/xlsx'
import { localDate } from '#kernel/local-date.ts'
import { periodBetween } from '#kernel/period.ts'
import { notYetKnown } from '#modules/figures/figure.ts'
import type { ContentLine, ReportContent } from '#modules/reporting/content.ts'

/** How many columns the measured workbooks have. */
export const columns = 10

/** A report of so many lines. */
export function contentOf(count: number): ReportContent {
  const lines = Array.from({ length: count }, (_, at): ContentLine => {
    const figure = { value: notYetKnown, raw: '', note: '', basis: 'typed' } as const
    return {
      ...{ section: 'Một', cell: { code: `X${at}`, dimension: '' }, name: `Chỉ tiêu số ${at}`, dimensionName: null },
      ...{ unitOfCount: 'cuộc', numeral: 'count', counts: '', isPublic: true, figure, unitsCounted: null },
      ...{ countedFrom: null, previous: null },
    }
  })
  return {
    ...{ unitName: 'Xã Đo', unitUntil: null, provinceName: 'Tỉnh Đo', templateName: 'Biểu đo' },
    period: periodBetween(localDate('2026-07-01'), localDate('2026-09-30')),
    ...{ origin: 'entered', source: null, units: null, lines, findings: [] },
  }
}

/** A workbook of so many rows under a row of titles, each a line of the report by its code, with words and numbers beside. */
export async function workbookOf(rows: number): Promise<Buffer> {
  const head = ['Mã', 'Chỉ tiêu', 'Kỳ này', 'Ghi chú', ...Array.from({ length: columns - 4 }, (_, at) => `Cột ${at}`)]
  const cells = Array.from({ length: rows }, (_, at) => [
    ...[`X${at}`, `Chỉ tiêu số ${at}`, (at * 37) % 9_000, 'theo sổ'],
    ...Array.from({ length: columns - 4 }, (_column, column) => at * column),
  ])
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Biểu', rows: [head, ...cells] }] }))
}
