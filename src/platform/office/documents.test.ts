import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { figure, text, type Block, type OfficialDocument } from '#kernel/document.ts'
import { writeDocx } from './docx.ts'
import { exampleDocument } from './example.ts'
import { writePdf } from './pdf.ts'
import { flat, millimetres, run, textOf, usePrints, wordsOnPages } from '../../../tests/support/prints.ts'

const { saved, throughLibreOffice } = usePrints()
const stacked = [...'ỞỮẶỗẫộợựỵ']
/** What a typesetter, a shell or an XML reader might take for its own. */
const treacherous = String.raw`#panic("x") $x^2$ *b* _i_ \n @ref <a> &amp; "q" 'q' // c /* d */ [e] ${'`'}r${'`'} ]]> %s {{y}} -- ~`

describe('a PDF', () => {
  let example: string
  beforeAll(async () => {
    example = await saved('example.pdf', await writePdf(exampleDocument()))
  })

  test('carries its Times-like fonts inside', async () => {
    const fonts = (await run('pdffonts', [example])).stdout.split('\n').slice(2).filter(Boolean)
    expect(fonts.map((row) => /\+(\S+)/.exec(row)?.[1]).sort()).toEqual([
      'Tinos-Bold',
      'Tinos-BoldItalic',
      'Tinos-Italic',
      'Tinos-Regular',
    ])
    for (const row of fonts) expect(row).toMatch(/ yes yes yes /)
  })

  test('is A4, PDF/A-2b, in Vietnamese, and names itself by its title', async () => {
    const facts = (await run('pdfinfo', [example])).stdout
    expect(facts).toMatch(/Page size:.*\(A4\)/)
    expect(facts).toContain('Báo cáo Kết quả công tác dân vận quý III năm 2026')
    const bytes = await readFile(example, 'latin1')
    expect(bytes).toMatch(/pdfaid:part>2<[^]*pdfaid:conformance>B</)
    expect(bytes).toMatch(/\/Lang ?\(vi/)
  })

  test('gives its words back composed, with every stacked letter and every figure', async () => {
    const words = await textOf(example)
    expect(words).toBe(words.normalize('NFC'))
    for (const letter of stacked) expect(words).toContain(letter)
    for (const amount of figuresOf(exampleDocument())) expect(flat(words)).toContain(amount)
    expect(words).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  })

  test('keeps to the margins of the decree and numbers every page but the first in the top margin', async () => {
    const pages = await wordsOnPages(example)
    expect(pages.length).toBeGreaterThan(2)
    for (const [at, words] of pages.entries()) {
      const inTopMargin = words.filter((word) => word.yMax < millimetres(20))
      expect(inTopMargin.map((word) => word.text)).toEqual(at === 0 ? [] : [`${at + 1}`])
      for (const word of inTopMargin) expect((word.xMin + word.xMax) / 2).toBeCloseTo(millimetres((30 + 195) / 2), 0)
      for (const word of words) {
        expect(word.xMin).toBeGreaterThan(millimetres(30) - 0.5)
        expect(word.xMax).toBeLessThan(millimetres(195) + 0.5)
        expect(word.yMax).toBeLessThan(millimetres(277) + 0.5)
      }
    }
  })

  test('opens the issuer and the nation on the same line, and signs on the right of the recipients', async () => {
    const pages = await wordsOnPages(example)
    const [issuer, nation] = ['TỈNH', 'CỘNG'].map((start) => pages[0]?.find((word) => word.text === start))
    expect(issuer?.yMin).toBeCloseTo(nation?.yMin ?? 0, 0)
    const last = pages.at(-1) ?? []
    const recipients = last.find((word) => word.text === 'nhận:')
    const signature = last.find((word) => word.text === 'TM.')
    expect(recipients?.xMax).toBeLessThan(millimetres(112))
    expect(signature?.xMin).toBeGreaterThan(millimetres(112))
    expect(recipients?.yMin).toBeCloseTo(signature?.yMin ?? 0, -1)
  })

  test('repeats the head of a table on every page the table reaches', async () => {
    for (const page of (await textOf(example)).split('\f').slice(0, 3)) {
      expect(page).toContain('Chỉ tiêu')
      expect(page).toContain('Ghi chú')
    }
  })

  test('sets numbers of one column flush right', async () => {
    const words = (await wordsOnPages(example))
      .flat()
      .filter((word) => ['33.838', '1.204', '43.479'].includes(word.text))
    const ends = new Set(words.filter((word) => word.xMin > millimetres(120)).map((word) => Math.round(word.xMax)))
    expect(ends.size).toBe(2) // the two columns of figures
  })

  test('sets a figure on the line of the words around it', async () => {
    const [first = []] = await wordsOnPages(example)
    const at = first.findIndex((word) => word.text === '3.200')
    expect(first.slice(at - 3, at + 3).map((word) => word.text)).toEqual(['tiếp', 'nhận', 'trên', '3.200', 'hồ', 'sơ,'])
    expect(new Set(first.slice(at - 3, at + 3).map((word) => word.yMin.toFixed(1))).size).toBe(1)
  })

  test('prints what people type, never runs it', async () => {
    const words = flat(await textOf(await saved('typed.pdf', await writePdf(everywhere(treacherous)))))
    expect(words.split(flat(treacherous)).length - 1).toBe(8)
  })

  test('breaks a word without blanks, such as an address, before the edge of the paper', async () => {
    const address = `https://vidu.example/${'songxanh'.repeat(30)}`
    const long = await saved('long.pdf', await writePdf(everywhere(address)))
    expect(flat(await textOf(long)).split(address).length - 1).toBeGreaterThanOrEqual(4)
    for (const word of (await wordsOnPages(long)).flat()) expect(word.xMax).toBeLessThan(millimetres(195) + 1)
  })

  test('continues a row that is taller than a page on the next one, to its last word', async () => {
    const remark = `${'Thôn Bến Đò ước tính theo sổ của trưởng thôn. '.repeat(150)}Hết`
    const columns = ['Chỉ tiêu', 'Ghi chú'].map((title) => ({ title, align: 'left' as const, share: 1 }))
    const table: Block = { kind: 'table', columns, rows: [{ kind: 'cells', cells: [text('Số hộ'), text(remark)] }] }
    const tall = await saved('tall.pdf', await writePdf({ ...exampleDocument(), blocks: [table] }))
    expect(flat(await textOf(tall))).toContain('thôn.Hết')
    for (const word of (await wordsOnPages(tall)).flat()) expect(word.yMax).toBeLessThan(millimetres(277) + 0.5)
  })

  test('sets a note in italics', async () => {
    const note: Block = { kind: 'note', runs: [text('Ghi chú rời')] }
    const only = { ...exampleDocument(), place: '', day: null, blocks: [note], recipients: [] }
    const fonts = (await run('pdffonts', [await saved('note.pdf', await writePdf(only))])).stdout
    expect(fonts).toContain('Tinos-Italic')
  })

  test('of the same document is the same bytes, on another day too', async () => {
    const again = await writePdf(exampleDocument())
    expect(Buffer.compare(again, await readFile(example))).toBe(0)
  })

  test('of a draft prints blanks for the day and says no day of its own', async () => {
    const draft = await saved('draft.pdf', await writePdf({ ...exampleDocument(), day: null }))
    expect(await textOf(draft)).toContain('ngày … tháng … năm …')
    expect((await run('pdfinfo', [draft])).stdout).not.toContain('CreationDate')
  })

  test('of an issuer without a superior begins with the issuer', async () => {
    const alone = { superior: null, body: 'UBND XÃ SÔNG XANH' }
    const words = await textOf(await saved('alone.pdf', await writePdf({ ...exampleDocument(), issuer: alone })))
    expect(words.trimStart().startsWith('UBND XÃ SÔNG XANH')).toBe(true)
  })
})

describe('a Word file', () => {
  test('opens in LibreOffice with every figure, the nation and the repeated head', { timeout: 240_000 }, async () => {
    const words = await textOf(await throughLibreOffice('word.docx', await writeDocx(exampleDocument())))
    expect(words).toBe(words.normalize('NFC'))
    expect(words).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(words).toContain('/BC-UBND')
    for (const letter of stacked) expect(words).toContain(letter)
    for (const amount of figuresOf(exampleDocument())) expect(flat(words)).toContain(amount)
    const [first = '', second = ''] = words.split('\f')
    expect(second).toContain('Chỉ tiêu')
    expect(second.trimStart().startsWith('2\n')).toBe(true)
    expect(first.trimStart().startsWith('1\n')).toBe(false)
  })

  test('holds what people type, quotes and brackets and all', { timeout: 240_000 }, async () => {
    const words = flat(await textOf(await throughLibreOffice('typed.docx', await writeDocx(everywhere(treacherous)))))
    expect(words.split(flat(treacherous)).length - 1).toBe(8)
  })

  test('of the same document is the same bytes, whatever the clock says', async () => {
    const before = await writeDocx(exampleDocument())
    await new Promise((later) => setTimeout(later, 2_100)) // a zip tells time in steps of two seconds
    expect(Buffer.compare(await writeDocx(exampleDocument()), before)).toBe(0)
  })
})

test.each([
  ['PDF', writePdf],
  ['Word file', writeDocx],
])('a row that does not fit its table is refused before a %s exists', async (_name, write) => {
  const columns = [{ title: 'TT', align: 'left', share: 1 }] as const
  const table: Block = { kind: 'table', columns, rows: [{ kind: 'cells', cells: [text('1'), text('2')] }] }
  await expect(write({ ...exampleDocument(), blocks: [table] })).rejects.toThrow(
    'A row of 2 cells in a table of 1 columns',
  )
})

test('decomposed letters and characters no file can hold are made whole or left out', async () => {
  const typed = `${'Tổ dân phố số 4'.normalize('NFD')}\u0000\ud800\u000b`
  const words = await textOf(await saved('broken.pdf', await writePdf(everywhere(typed))))
  expect(words).toContain('Tổ dân phố số 4')
  expect(words).toBe(words.normalize('NFC'))
  await writeDocx(everywhere(typed))
})

/** One text in eight places: subject, heading, words, caption, column, section, cell, recipient. */
function everywhere(words: string): OfficialDocument {
  const table: Block = {
    kind: 'table',
    caption: words,
    columns: [
      { title: words, align: 'left', share: 1 },
      { title: 'Khác', align: 'right', share: 1 },
    ],
    rows: [
      { kind: 'section', mark: '', title: words },
      { kind: 'cells', cells: [figure(words, '1'), text('')] },
    ],
  }
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: words },
    { kind: 'paragraph', runs: [text(words)] },
    table,
  ]
  return { ...exampleDocument(), subject: words, blocks, recipients: [words] }
}

function figuresOf(document: OfficialDocument): string[] {
  const runs = document.blocks.flatMap((block) => {
    if (block.kind === 'table') return block.rows.flatMap((row) => (row.kind === 'cells' ? row.cells : []))
    return block.kind === 'paragraph' ? block.runs : []
  })
  return runs.flatMap((piece) => (piece.kind === 'figure' ? [flat(piece.text)] : []))
}
