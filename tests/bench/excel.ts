import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readFilledRows } from '#modules/reporting/filled.ts'
import { takeIn } from '#platform/files/intake.ts'
import { readWorkbook } from '#platform/office/xlsx-read.ts'
import { readWhole } from '../support/whole-workbook.ts'
import { columns, contentOf, workbookOf } from './excel-form.ts'
import { inRounds, median, printTable, timed } from './table.ts'

const rounds = 12
const rows = 5_000

/** A workbook of 50,000 cells taken in, read and set against a report of as many lines; then what reading takes of memory. */
export async function bench(): Promise<void> {
  await times()
  await peaks()
}

async function times(): Promise<void> {
  const content = contentOf(rows - 1)
  const file = await workbookOf(rows - 1)
  const whole = async (): Promise<void> => {
    const intake = await takeIn('bieu.xlsx', file)
    if (!intake.ok) throw new Error(intake.problem.code)
    const reading = await readWorkbook(intake.file.content, (sheets) => readFilledRows(sheets, content, null))
    if (!reading.ok || reading.isCut) throw new Error('The workbook was not read to its end')
    const { changes, faults } = reading.answer
    if (changes.length !== rows - 1 || faults.length > 0) throw new Error('Not every line was found')
  }
  const passed = async (): Promise<void> => {
    await readWorkbook(file, async ([sheet]) => {
      for await (const row of sheet?.rows ?? []) if (row.length === 0) throw new Error('An empty row')
    })
  }
  const table = await inRounds(rounds, [
    {
      name: 'looked into and unpacked once: macros, passwords, bombs',
      work: () => timed(() => takeIn('bieu.xlsx', file)),
    },
    { name: 'the cells read whole, as before', work: () => timed(() => readWhole(file)) },
    { name: 'the cells read row by row', work: () => timed(passed) },
    { name: 'all of it: looked into, read, every line found and every number checked', work: () => timed(whole) },
  ])
  printTable(
    `Excel: ${(rows * columns).toLocaleString('en')} cells, ${(file.length / 1024).toFixed(0)} KB`,
    'ms',
    table,
  )
}

const ways = ['nothing', 'whole', 'rows'] as const
const sizes = [500, 5_000, 20_000]
const timesEach = 3
const run = promisify(execFile)

/** Peak memory of a process that reads one workbook and ends, by how many cells there are; the form has 200 lines. */
async function peaks(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-bench-'))
  const lines: string[] = []
  try {
    for (const size of sizes) {
      const path = join(folder, `${size}.xlsx`)
      await writeFile(path, await workbookOf(size - 1))
      const measured: Record<(typeof ways)[number], { ms: number; peak: number }[]> = {
        nothing: [],
        whole: [],
        rows: [],
      }
      for (let round = 0; round < timesEach; round += 1)
        for (const way of ways) measured[way].push(await once(way, path))
      const told = (way: (typeof ways)[number], of: 'ms' | 'peak'): string =>
        median(measured[way].map((one) => one[of])).toFixed(0)
      const cells = (size * columns).toLocaleString('en')
      const peaksOf = ways.map((way) => told(way, 'peak'))
      lines.push(`| ${[cells, ...peaksOf, told('whole', 'ms'), told('rows', 'ms')].join(' | ')} |`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const head = '| cells | only loaded, MB | read whole, MB | row by row, MB | read whole, ms | row by row, ms |'
  process.stdout.write(
    `\nPeak memory of a process that reads one workbook, median of ${timesEach}\n\n${[head, '|---:|---:|---:|---:|---:|---:|', ...lines].join('\n')}\n`,
  )
}

async function once(way: string, path: string): Promise<{ ms: number; peak: number }> {
  const { stdout } = await run(process.execPath, ['tests/bench/excel-once.ts', way, path, '200'])
  return JSON.parse(stdout) as { ms: number; peak: number }
}
