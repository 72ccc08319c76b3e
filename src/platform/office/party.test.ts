import { beforeAll, describe, expect, test } from 'vitest'
import { text, type Block, type OfficialDocument } from '#kernel/document.ts'
import { localDate } from '#kernel/local-date.ts'
import { writeDocx } from './docx.ts'
import { exampleDocument, examplePartyDocument, exampleRows } from './example.ts'
import type { LayoutProfile, Ruled } from './layout.ts'
import { layoutOf } from './layouts.ts'
import { partyLayout } from './party-layout.ts'
import { writePdf } from './pdf.ts'
import { printed } from './printed.ts'
import { stateLayout } from './state-layout.ts'
import { millimetres, run, textOf, usePrints, wordsOnPages, type Word } from '../../../tests/support/prints.ts'

const { saved, throughLibreOffice } = usePrints()

describe('a profile', () => {
  test.each([
    ['State', stateLayout],
    ['Party', partyLayout],
  ])('of the %s says beside every value which rule it comes from and how surely', (_name, profile) => {
    const values = ruledOf(profile)
    expect(values.length).toBeGreaterThan(25)
    for (const { rule, certainty } of values) {
      expect(rule.length).toBeGreaterThan(8)
      expect(['excerpt', 'article', 'second-hand', 'unverified', 'ours']).toContain(certainty)
    }
  })

  test('of the Party claims to have read neither the guidance nor an excerpt of it', () => {
    expect(ruledOf(partyLayout).filter(({ certainty }) => certainty === 'article' || certainty === 'excerpt')).toEqual(
      [],
    )
  })

  test('is taken by the layout of the document, on any day', () => {
    expect(layoutOf({ layout: 'party', day: null }).code).toBe('hd-05-2026')
    expect(layoutOf({ layout: 'party', day: localDate('2026-05-27') }).code).toBe('hd-05-2026')
    expect(layoutOf({ layout: 'party', day: localDate('2026-05-26') }).code).toBe('hd-05-2026')
    expect(layoutOf({ layout: 'state', day: null }).code).toBe('nd-30-2020')
  })
})

describe('the lines of a Party document', () => {
  const lines = printed(examplePartyDocument())

  test('number without a colon, with a dash, and a blank for the clerk', () => {
    expect(lines.numberLine).toMatch(/^Số {2,}-BC\/ĐU$/)
    const numbered = { ...examplePartyDocument(), number: { symbol: 'BC/ĐU', assigned: '5' } }
    expect(printed(numbered).numberLine).toBe('Số 05-BC/ĐU')
  })

  test.each([
    ['2026-10-05', 'Sông Xanh, ngày 05 tháng 10 năm 2026'],
    ['2026-02-05', 'Sông Xanh, ngày 05 tháng 02 năm 2026'],
    ['2026-03-15', 'Sông Xanh, ngày 15 tháng 3 năm 2026'],
    [null, 'Sông Xanh, ngày … tháng … năm …'],
  ])('the day %s is written “%s”', (day, line) => {
    const dated = { ...examplePartyDocument(), day: day === null ? null : localDate(day) }
    expect(printed(dated).placeAndDayLine).toBe(line)
  })

  test('the committee signs T/M, the recipients end with the file copy, the words with a full stop', () => {
    expect(lines.rightLines).toEqual(['T/M ĐẢNG ỦY'])
    expect(lines.recipientLines.at(-1)).toBe('- Lưu Văn phòng Đảng ủy.')
    expect(wordsOf(lines.blocks.at(-1))).toBe('Trên đây là báo cáo của Đảng ủy xã Sông Xanh.')
    expect(wordsOf(printed(exampleDocument()).blocks.at(-1))).toMatch(/xã Sông Xanh\.\/\.$/)
  })

  test('a form of signing the Party does not have is refused before there is a file', () => {
    const signature = { rights: [{ authority: 'by-delegation' as const, of: 'ĐẢNG ỦY' }], title: 'BÍ THƯ', name: null }
    expect(() => printed({ ...examplePartyDocument(), signature })).toThrow('has no form for signing by-delegation')
  })

  test('“uỷ” becomes “ủy” in the names of bodies, in their case, and a person keeps the name they have', () => {
    const typed: OfficialDocument = {
      ...examplePartyDocument(),
      issuer: { superior: 'TỈNH UỶ VÍ DỤ', body: 'ĐẢNG UỶ XÃ THUỶ XUÂN' },
      signature: { rights: [{ authority: 'on-behalf', of: 'ĐẢNG UỶ' }], title: 'BÍ THƯ', name: 'Trần Thị Thuỷ' },
      recipients: ['Tỉnh uỷ Ví Dụ', 'Uỷ ban Kiểm tra', 'Lưu Văn phòng Đảng uỷ'],
    }
    const { document, rightLines, recipientLines } = printed(typed)
    expect(document.issuer).toEqual({ superior: 'TỈNH ỦY VÍ DỤ', body: 'ĐẢNG ỦY XÃ THUỶ XUÂN' })
    expect(rightLines).toEqual(['T/M ĐẢNG ỦY'])
    expect(recipientLines).toEqual(['- Tỉnh ủy Ví Dụ,', '- Ủy ban Kiểm tra,', '- Lưu Văn phòng Đảng ủy.'])
    expect(document.signature.name).toBe('Trần Thị Thuỷ')
  })
})

describe('a Party PDF', () => {
  let example: string
  let pages: Word[][]
  beforeAll(async () => {
    example = await saved('party.pdf', await writePdf(examplePartyDocument()))
    pages = await wordsOnPages(example)
  })

  test('carries its fonts inside, is PDF/A-2b, and gives its words back composed', async () => {
    const fonts = (await run('pdffonts', [example])).stdout.split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThanOrEqual(3)
    for (const row of fonts) expect(row).toMatch(/Tinos.* yes yes yes /)
    const words = await textOf(example)
    expect(words).toBe(words.normalize('NFC'))
    for (const line of ['ĐẢNG CỘNG SẢN VIỆT NAM', 'TỈNH ỦY VÍ DỤ', 'ĐẢNG ỦY XÃ SÔNG XANH', '-BC/ĐU', 'T/M ĐẢNG ỦY'])
      expect(words).toContain(line)
    for (const state of ['CỘNG HÒA', 'Độc lập', './.', 'TM.', 'Số:']) expect(words).not.toContain(state)
  })

  test('keeps its margins: 20, 20, 30 and 15 mm', () => {
    for (const word of pages.flat().filter((one) => one.yMin > millimetres(20) - 1)) {
      expect(word.xMin).toBeGreaterThan(millimetres(30) - 0.5)
      expect(word.xMax).toBeLessThan(millimetres(195) + 0.5)
      expect(word.yMax).toBeLessThan(millimetres(277) + 0.5)
    }
  })

  test('sets lines of running text 18 points apart and begins a paragraph 10 mm in', () => {
    const [first = []] = pages
    const start = first.find((word) => word.text === 'Thực')
    const next = first.find((word) => word.xMin < millimetres(30) + 1 && word.yMin > (start?.yMin ?? 0) + 1)
    expect(start?.xMin).toBeCloseTo(millimetres(40), 0)
    expect((next?.yMin ?? 0) - (start?.yMin ?? 0)).toBeCloseTo(18, 1)
  })

  test('has the star on a line of its own between issuer and number, and the day on one line', () => {
    const [first = []] = pages
    const star = first.find((word) => word.text === '*')
    const body = first.find((word) => word.text === 'SÔNG')
    const number = first.find((word) => word.text === 'Số')
    expect(star?.yMin).toBeGreaterThan((body?.yMax ?? 0) - 4)
    expect(star?.yMax).toBeLessThan((number?.yMin ?? 0) + 2)
    const day = first.filter((word) => ['Xanh,', '05', '2026'].includes(word.text)).slice(0, 3)
    expect(new Set(day.map((word) => Math.round(word.yMin))).size).toBe(1)
  })

  test('never leaves a section’s name alone at the foot of a page', async () => {
    const titles = exampleRows().flatMap((row) => (row.kind === 'section' ? [row.title] : []))
    for (const lines of [0, 1, 2, 3, 4, 5, 6]) {
      const pushed: Block = { kind: 'paragraph', runs: [text('Dòng đẩy bảng xuống.\n'.repeat(lines))] }
      const { blocks, ...rest } = examplePartyDocument()
      const pdf = await saved(`foot-${lines}.pdf`, await writePdf({ ...rest, blocks: [pushed, ...blocks] }))
      for (const page of (await textOf(pdf)).split('\f')) {
        const last = page.trimEnd().split('\n').at(-1) ?? ''
        expect(titles, `${lines} lines`).not.toContain(last.replace(/^[IVX]+ /, ''))
      }
    }
  })
})

test('a Party Word file opens in LibreOffice as the PDF reads', { timeout: 240_000 }, async () => {
  const path = await throughLibreOffice('party.docx', await writeDocx(examplePartyDocument()))
  const words = await textOf(path)
  expect(words).toBe(words.normalize('NFC'))
  for (const line of ['ĐẢNG CỘNG SẢN VIỆT NAM', 'ĐẢNG ỦY XÃ SÔNG XANH', '-BC/ĐU', 'T/M ĐẢNG ỦY', 'Nơi nhận:'])
    expect(words).toContain(line)
  for (const state of ['CỘNG HÒA', './.', 'TM.']) expect(words).not.toContain(state)
  const [first = []] = await wordsOnPages(path)
  const start = first.find((word) => word.text === 'Thực')
  const next = first.find((word) => word.xMin < millimetres(30) + 1 && word.yMin > (start?.yMin ?? 0) + 1)
  expect((next?.yMin ?? 0) - (start?.yMin ?? 0)).toBeCloseTo(18, 0)
})

function ruledOf(profile: LayoutProfile): Ruled<unknown>[] {
  const values: unknown[] = Object.values(profile)
  const own = values.filter(isRuled)
  return [...own, ...profile.crown.flatMap(({ words, size, rule }) => [words, size, ...(rule ? [rule] : [])])]
}

function isRuled(value: unknown): value is Ruled<unknown> {
  return typeof value === 'object' && value !== null && 'certainty' in value
}

function wordsOf(block: Block | undefined): string {
  return block?.kind === 'paragraph' ? block.runs.map((piece) => piece.text).join('') : ''
}
