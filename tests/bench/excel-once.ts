// One reading of one workbook in a process of its own, for its peak of memory: node tests/bench/excel-once.ts WAY FILE LINES
import { readFile } from 'node:fs/promises'
import { readFilled, readFilledRows } from '#modules/reporting/filled.ts'
import { entryNamed, entryNames } from '#platform/files/archive.ts'
import { takeIn } from '#platform/files/intake.ts'
import { readWorkbook } from '#platform/office/xlsx-read.ts'
import { readWhole } from '../support/whole-workbook.ts'
import { contentOf } from './excel-form.ts'

const [way = '', path = '', lines = ''] = process.argv.slice(2)
const file = await readFile(path)
// As a form of the country has them: what the file holds beyond is told, and not kept.
const content = contentOf(Number(lines))
const began = performance.now()
const found = await read()
const ms = performance.now() - began
if (found !== Number(lines) && way !== 'nothing') throw new Error(`${found} of ${lines} lines were found`)
// Linux counts it in kilobytes.
process.stdout.write(JSON.stringify({ ms, peak: process.resourceUsage().maxRSS / 1024 }))

async function read(): Promise<number> {
  if (way === 'rows') {
    const intake = await takeIn('bieu.xlsx', file)
    if (!intake.ok) throw new Error(intake.problem.code)
    const reading = await readWorkbook(intake.file.content, (sheets) => readFilledRows(sheets, content, null))
    return reading.ok ? reading.answer.changes.length : 0
  }
  if (way === 'whole') {
    // As it was: every part unpacked in one piece, and the workbook held with all its cells.
    for (const name of entryNames(file)) await entryNamed(file, name)
    const whole = await readWhole(file)
    return whole ? readFilled(whole.sheets, content, null).changes.length : 0
  }
  return 0
}
