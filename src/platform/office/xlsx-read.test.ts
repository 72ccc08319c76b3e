import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { madeBook, zipOfBook, type MadeBook } from '../../../tests/support/made-workbook.ts'
import { readWhole } from '../../../tests/support/whole-workbook.ts'
import { zipOf } from '../../../tests/support/zip.ts'
import { topOf, workbookProblemText, type ReadSheet, type SheetRows } from '#kernel/workbook.ts'
import { mostOfSheet, readWorkbook } from './xlsx-read.ts'

const hold = (sheets: readonly SheetRows[]): Promise<ReadSheet[]> =>
  Promise.all(sheets.map((sheet) => topOf(sheet, Number.POSITIVE_INFINITY)))

/** Without the empty cells at the end of a row and the empty rows at the end of a sheet, which are nothing to anybody. */
function bare({ name, rows }: ReadSheet): ReadSheet {
  const cells = rows.map((row) => row.slice(0, row.findLastIndex(({ kind }) => kind !== 'empty') + 1))
  return { name, rows: cells.slice(0, cells.findLastIndex((row) => row.length > 0) + 1) }
}

async function readBoth(content: Uint8Array) {
  const [rows, whole] = [await readWorkbook(content, hold), await readWhole(content)]
  return {
    byRows: rows.ok ? { sheets: rows.answer.map(bare), isCut: rows.isCut } : null,
    whole: whole && { sheets: whole.sheets.map(bare), isCut: whole.isCut },
  }
}

describe('rows that come one at a time say what the whole workbook says', () => {
  test('cell for cell, in workbooks of every kind of cell', async () => {
    await fc.assert(
      fc.asyncProperty(madeBook, async (book) => {
        const { byRows, whole } = await readBoth(zipOfBook(book))
        expect(byRows).toEqual(whole)
        expect(byRows).not.toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  test('in a workbook of fifty thousand cells, whose parts arrive in many pieces', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [
      ...[`X${at}`, `Chỉ tiêu số ${at} “thử”`, at * 37, at % 7 === 0 ? null : at / 8, at % 2 === 0],
      ...[new Date(Date.UTC(2026, 0, 1 + (at % 300))), `dòng ${at % 40}`, -at, 1e-9 * at, 'Ặ'.repeat(at % 30)],
    ])
    const { byRows, whole } = await readBoth(await writeXlsx({ sheets: [{ name: 'Biểu', rows }] }))
    expect(byRows?.sheets[0]?.rows).toHaveLength(5000)
    expect(byRows).toEqual(whole)
  })

  test('and as often as they are asked for', async () => {
    const content = await writeXlsx({ sheets: [{ name: 'Biểu', rows: [['Mã', 1], ['Hai']] }] })
    const twice = await readWorkbook(content, async (sheets) => [await hold(sheets), await hold(sheets)])
    expect(twice.ok && twice.answer[0]).toEqual(twice.ok && twice.answer[1])
    expect(twice.ok && twice.answer[0]?.[0]?.rows).toHaveLength(2)
  })

  test('no further than a form is long or wide, and says so', async () => {
    const long = Array.from({ length: mostOfSheet.rows + 1 }, (_, at) => [at])
    const wide = [Array.from({ length: mostOfSheet.columns + 1 }, (_, at) => at)]
    for (const rows of [long, wide]) {
      const reading = await readWorkbook(await writeXlsx({ sheets: [{ name: 'Biểu', rows }] }), hold)
      expect(reading).toMatchObject({ ok: true, isCut: true })
      const read = reading.ok ? (reading.answer[0]?.rows ?? []) : []
      expect([read.length, read[0]?.length]).toEqual(rows === long ? [mostOfSheet.rows, 1] : [1, mostOfSheet.columns])
    }
  })
})

const cell = { after: 0, isNamed: true, xml: (name: string) => `<c${name}><v>1</v></c>` }
const book: MadeBook = {
  sheets: [{ name: 'Biểu', state: '', rows: [{ after: 0, isNumbered: true, cells: [cell, cell] }] }],
  ...{ texts: [], isFrom1904: false, prefix: '' },
}

/** A workbook whose only sheet has this inside. */
function bookOf(sheetData: string): Buffer {
  const xml = (): string => sheetData
  return zipOfBook({
    ...book,
    sheets: [{ name: 'Biểu', state: '', rows: [{ after: 0, isNumbered: true, cells: [{ ...cell, xml }] }] }],
  })
}

test.each(['<v>\n  </v>', '<v> </v>', '<v/>', ''])('a cell with only %j in it is empty, not a zero', async (inside) => {
  for (const type of ['', ' t="n"', ' t="s"']) {
    const reading = await readWorkbook(bookOf(`<c r="A1"${type}>${inside}</c>`), hold)
    expect(reading.ok && reading.answer[0]?.rows).toEqual([[{ kind: 'empty' }]])
  }
})

const problemOf = async (content: Uint8Array): Promise<string> => {
  const reading = await readWorkbook(content, hold)
  return reading.ok ? 'read' : reading.problem
}

describe('a workbook that cannot be read is an answer and no error', () => {
  test.each([
    ['cells that break off', '<c r="A1"><v>1'],
    ['elements that end in another order', '<c r="A1"><v>1</c></v>'],
    ['a document type with entities of its own', '<!DOCTYPE x [<!ENTITY a "aaaa">]><c r="A1"><v>&a;</v></c>'],
    ['a tag without end', `<c r="A1" ${'x'.repeat(400_000)}`],
    ['a text without end', `<c r="A1"><v>${'1'.repeat(400_000)}</v></c>`],
    ['a cell in another row', '<c r="A7"><v>1</v></c>'],
    ['a column that no sheet has', '<c r="ZZZ1"><v>1</v></c>'],
    ['an attribute without value', '<c r="A1" s><v>1</v></c>'],
    ['a row that comes twice', '</row><row r="1"><c r="A1"><v>1</v></c>'],
    ['elements in one another without end', '<a>'.repeat(5000) + '</a>'.repeat(5000)],
  ])('%s', async (_, inside) => {
    expect(await problemOf(bookOf(inside))).toBe('unreadable')
  })

  test('what is no workbook at all, or lacks its parts', async () => {
    const types = { name: '[Content_Types].xml', content: '<Types/>' }
    for (const content of [Buffer.from('không phải tệp'), zipOf([types]), zipOf([{ name: 'a.xml', content: '<a/>' }])])
      expect(await problemOf(content)).toBe('unreadable')
    expect(await problemOf(zipOfBook({ ...book, texts: ['<~si>'] }))).toBe('unreadable')
  })

  const sheet = '<sheet name="Biểu" r:id="a"/>'
  const [sheetPart, stylePart] = ['worksheet', 'styles'].map(
    (type, at) =>
      `<Relationship Id="${'ay'.charAt(at)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${type}.xml"/>`,
  )
  const bookOfParts = (sheets: string, relations: string, forms = ''): Buffer =>
    zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      {
        name: '_rels/.rels',
        content:
          '<Relationships><Relationship Id="w" Type="/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      },
      { name: 'xl/workbook.xml', content: `<workbook><sheets>${sheets}</sheets></workbook>` },
      { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations}</Relationships>` },
      { name: 'xl/styles.xml', content: `<styleSheet><cellXfs>${forms}</cellXfs></styleSheet>` },
      { name: 'xl/worksheet.xml', content: '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>' },
    ])

  test.each([
    ['a sheet, its part and a form', 'read', bookOfParts(sheet, `${sheetPart}${stylePart}`, '<xf/>')],
    ['sheets without number', 'unreadable', bookOfParts(sheet.repeat(4001), `${sheetPart}`)],
    ['one part as two sheets', 'unreadable', bookOfParts(sheet.repeat(2), `${sheetPart}`)],
    ['relations without number', 'unreadable', bookOfParts(sheet, `${sheetPart}`.repeat(4001))],
    ['forms without number', 'unreadable', bookOfParts(sheet, `${sheetPart}${stylePart}`, '<xf/>'.repeat(65_491))],
  ])('%s: %s', async (_, answer, content) => {
    expect(await problemOf(content)).toBe(answer)
  })

  test('one with more text than any form has', async () => {
    const texts = Array.from(
      { length: 18 },
      () => `<~si>${`<~r><~t>${'chữ'.repeat(20_000)}</~t></~r>`.repeat(15)}</~si>`,
    )
    expect(await problemOf(zipOfBook({ ...book, texts }))).toBe('too-much-text')
    for (const problem of ['unreadable', 'too-much-text'] as const)
      expect(workbookProblemText(problem)).toMatch(/^\p{Lu}.+\. Xin .+\.$/u)
  })

  test('and one with a byte changed anywhere is read, or told to be unreadable', async () => {
    const sound = zipOfBook({ ...book, texts: ['<~si><~t>Mã</~t></~si>'] })
    const answers = new Set<string>()
    for (let at = 0; at < sound.length; at += 1) {
      const changed = Buffer.from(sound)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      answers.add(await problemOf(changed))
    }
    expect([...answers].sort()).toEqual(['read', 'unreadable'])
  })
})
