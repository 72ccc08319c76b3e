import { describe, expect, test } from 'vitest'
import { text, type OfficialDocument, type WideTable } from '#kernel/document.ts'
import { writeDocx } from './docx.ts'
import { exampleDocument } from './example.ts'
import { writePdf } from './pdf.ts'
import { printed } from './printed.ts'
import { flat, millimetres, textOf, usePrints, wordsOnPages, type Word } from '../../../tests/support/prints.ts'

const { saved, throughLibreOffice } = usePrints()
const communes = Array.from({ length: 40 }, (_, at) => `Xã Nguyễn Ỗng ${at + 1}`)

function part(at: number): WideTable {
  const numbers = Array.from({ length: 9 }, (_, column) => column)
  return {
    kind: 'wide-table',
    caption: `Phần ${at}/2: chỉ tiêu`,
    columns: [
      { title: 'TT', align: 'centre', share: 9 },
      { title: 'Đơn vị', align: 'left', share: 42 },
      ...numbers.map((column) => ({
        title: `${column + 1}. Cột${at}${column} số cuộc tiếp xúc, đối thoại <b> & với Nhân dân`,
        align: 'right' as const,
        share: 22,
      })),
    ],
    rows: [
      ...communes.map((name, row) =>
        row === 7
          ? { cells: [String(row + 1), name], over: 'chưa nộp (chưa bắt đầu); chốt kỳ thiếu: mưa lũ' }
          : { cells: [String(row + 1), name, ...numbers.map((column) => `trên ${row * 1000 + column + 1234}`)] },
      ),
      { cells: ['', 'Toàn tỉnh', ...numbers.map(() => '1.234.567')], bold: true },
    ],
    note: 'Ghi chú dưới bảng.',
  }
}

function withAppendices(count: number): OfficialDocument {
  const appendices = Array.from({ length: count }, (_, at) => ({
    title: at === 0 ? 'Số liệu của từng xã, phường' : 'Số liệu từng năm',
    issuedBy: 'Ủy ban nhân dân tỉnh Ví Dụ',
    blocks: [{ kind: 'paragraph' as const, runs: [text('Số của 39 trên 40 đơn vị.')] }, part(1), part(2)],
  }))
  return { ...exampleDocument(), appendices }
}

const front = async (): Promise<number> =>
  (await wordsOnPages(await saved('front.pdf', await writePdf(exampleDocument())))).length

function onItsSide(pages: readonly (readonly Word[])[]): void {
  for (const [at, words] of pages.entries()) {
    const inTopMargin = words.filter((word) => word.yMax < millimetres(19))
    expect(inTopMargin.map((word) => word.text)).toEqual(at === 0 ? [] : [`${at + 1}`])
    for (const word of inTopMargin) expect((word.xMin + word.xMax) / 2).toBeCloseTo(millimetres((30 + 282) / 2), -1)
    for (const word of words) {
      expect(word.xMin).toBeGreaterThan(millimetres(30) - 1)
      expect(word.xMax).toBeLessThan(millimetres(282) + 1)
      expect(word.yMax).toBeLessThan(millimetres(190) + 1)
    }
  }
}

function saysAll(words: string): void {
  // Once in each of the two parts; the name of the first is the beginning of others.
  for (const name of communes) expect(words.split(flat(name)).length).toBeGreaterThanOrEqual(3)
  expect(words.split(flat('trên 40242'))).toHaveLength(3)
  expect(words.split(flat('chưa nộp (chưa bắt đầu); chốt kỳ thiếu: mưa lũ'))).toHaveLength(3)
  expect(words.split('1.234.567')).toHaveLength(19)
}

describe('an appendix in a PDF', () => {
  test('lies on its side within the margins, is counted on its own, and names itself and its report', async () => {
    const pages = await wordsOnPages(await saved('appendix.pdf', await writePdf(withAppendices(1))))
    const behind = pages.slice(await front())
    expect(behind.length).toBeGreaterThan(2)
    onItsSide(behind)
    const first = behind[0]?.map((word) => word.text).join(' ') ?? ''
    expect(first).toMatch(/^Phụ lục SỐ LIỆU CỦA TỪNG XÃ, PHƯỜNG \(Kèm theo Báo cáo số/)
    expect(first).toContain('của Ủy ban nhân dân tỉnh Ví Dụ)')
  })

  test('repeats the heads on every page and the name of the unit in every part', async () => {
    const path = await saved('parts.pdf', await writePdf(withAppendices(1)))
    saysAll(flat(await textOf(path)))
    const behind = (await textOf(path)).split('\f').slice(await front(), -1)
    for (const page of behind) expect(flat(page)).toMatch(/Cột[12]0/)
  })

  test('is numbered in Roman figures where there are several, each from page 1', async () => {
    const path = await saved('two.pdf', await writePdf(withAppendices(2)))
    const words = await textOf(path)
    expect(words).toMatch(/\fPhụ lục I\n/)
    expect(words).toMatch(/\fPhụ lục II\n/)
    const pages = (await wordsOnPages(path)).slice(await front())
    onItsSide(pages.slice(0, pages.length / 2))
    onItsSide(pages.slice(pages.length / 2))
  })
})

describe('an appendix in a Word file', () => {
  test('opens in LibreOffice with the same pages', { timeout: 240_000 }, async () => {
    const bytes = await writeDocx(withAppendices(1))
    const path = await throughLibreOffice('appendix.docx', bytes)
    const own = (await wordsOnPages(await throughLibreOffice('own.docx', await writeDocx(exampleDocument())))).length
    const pages = await wordsOnPages(path)
    onItsSide(pages.slice(own))
    saysAll(flat(await textOf(path)))
    for (const page of (await textOf(path)).split('\f').slice(own, -1)) expect(flat(page)).toMatch(/Cột[12]0/)
    expect(Buffer.compare(await writeDocx(withAppendices(1)), bytes)).toBe(0)
  })
})

test('a row with a cell too many is refused, not shifted', () => {
  const table = part(1)
  const rows = [{ cells: ['1', 'Xã', '2'] }]
  const document = { ...exampleDocument(), appendices: [{ title: 'x', issuedBy: 'y', blocks: [{ ...table, rows }] }] }
  expect(() => printed(document)).toThrow('A row of 3 cells in a wide table of 11 columns')
})
