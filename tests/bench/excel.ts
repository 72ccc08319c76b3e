import { writeXlsx } from 'hucre/xlsx'
import { localDate } from '#kernel/local-date.ts'
import { periodBetween } from '#kernel/period.ts'
import { notYetKnown } from '#modules/figures/figure.ts'
import type { ContentLine, ReportContent } from '#modules/reporting/content.ts'
import { readFilled } from '#modules/reporting/filled.ts'
import { takeIn } from '#platform/files/intake.ts'
import { readWorkbook } from '#platform/office/xlsx-read.ts'
import { inRounds, printTable, timed } from './table.ts'

const rounds = 12
const [rows, columns] = [5_000, 10]

/** A workbook of 50,000 cells taken in, read and set against a report of as many lines, again and again: time and memory. */
export async function bench(): Promise<void> {
  const content = contentOf(rows - 1)
  const file = await workbook(content)
  const held: number[] = []
  const whole = async (): Promise<void> => {
    const intake = await takeIn('bieu.xlsx', file)
    if (!intake.ok) throw new Error(intake.problem.code)
    const read = await readWorkbook(intake.file.content)
    if (!read.ok || read.isCut) throw new Error('The workbook was not read to its end')
    const filled = readFilled(read.sheets, content, null)
    if (filled.changes.length !== rows - 1 || filled.faults.length > 0) throw new Error('Not every line was found')
  }
  const table = await inRounds(rounds, [
    {
      name: 'looked into and unpacked once: macros, passwords, bombs',
      work: () => timed(() => takeIn('bieu.xlsx', file)),
    },
    { name: 'the cells read', work: () => timed(() => readWorkbook(file)) },
    {
      name: 'all of it: looked into, read, every line found and every number checked',
      async work() {
        const took = await timed(whole)
        globalThis.gc?.()
        held.push(process.memoryUsage().rss / 2 ** 20)
        return took
      },
    },
  ])
  printTable(
    `Excel: ${(rows * columns).toLocaleString('en')} cells, ${(file.length / 1024).toFixed(0)} KB`,
    'ms',
    table,
  )
  process.stdout.write(
    `\nMemory of the process after each round, MB: ${held.map((one) => one.toFixed(0)).join(', ')}\n`,
  )
}

async function workbook({ lines }: ReportContent): Promise<Buffer> {
  const head = ['Mã', 'Chỉ tiêu', 'Kỳ này', 'Ghi chú', ...Array.from({ length: columns - 4 }, (_, at) => `Cột ${at}`)]
  const cells = lines.map((line, at) => [
    ...[line.cell.code, line.name, (at * 37) % 9_000, 'theo sổ'],
    ...Array.from({ length: columns - 4 }, (_, column) => at * column),
  ])
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Biểu', rows: [head, ...cells] }] }))
}

function contentOf(count: number): ReportContent {
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
