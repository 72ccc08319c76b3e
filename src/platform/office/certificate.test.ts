import { describe, expect, test } from 'vitest'
import type { Certificate } from '#kernel/certificate.ts'
import { localDate } from '#kernel/local-date.ts'
import { writeCertificates } from './certificate.ts'
import { certificateLayout, stateCertificate } from './certificate-layout.ts'
import { flat, millimetres, run, textOf, usePrints, wordsOnPages } from '../../../tests/support/prints.ts'

const { saved } = usePrints()
const printing = { title: 'Giấy khen', frame: true, mark: '' }
const plain: Certificate = {
  issuer: 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SÔNG XANH',
  title: 'GIẤY KHEN',
  recipient: 'Thôn Đồi Ngang',
  about: '',
  achievement: 'Đã có thành tích trong phong trào thi đua “Dân vận khéo” năm 2026',
  place: 'Sông Xanh',
  day: localDate('2026-10-15'),
  decision: 'Quyết định số 125/QĐ-UBND ngày 15/10/2026',
  book: 'Số vào sổ: 12/2026',
  signerTitle: 'CHỦ TỊCH',
  signer: 'Ngô Văn Thử',
}
const letters = (most: number, words: string): string => `${words} `.repeat(most).slice(0, most).trim()
const person: Certificate = {
  ...plain,
  recipient: 'Nguyễn Phúc Công Tằng Tôn Nữ Thị Ỡm Ừ Hường',
  about: 'Phó Trưởng ban công tác Mặt trận, Chi hội trưởng Chi hội Nông dân thôn Đồi Ngang, xã Sông Xanh',
}
/** Everything as long as its form lets it be, of the widest letters, with words that never break by themselves. */
const longest: Certificate = {
  ...plain,
  issuer: letters(160, 'CHỦ TỊCH ỦY BAN MẶT TRẬN TỔ QUỐC'),
  recipient: letters(160, 'MƯỜNG NGƯỢM ƯƠNG'),
  about: letters(160, 'Ưỡng Mường Ngượm'),
  achievement: letters(300, 'Ưỡng Mường Ngượm'),
  decision: letters(80, 'Quyết định MMMM'),
  signerTitle: letters(60, 'PHÓ CHỦ TỊCH THƯỜNG TRỰC'),
  signer: letters(80, 'Nguyễn Phúc Công Tằng'),
}
const unbroken: Certificate = { ...plain, recipient: 'M'.repeat(160), achievement: 'Ừ'.repeat(300) }

describe('a certificate', () => {
  test.each([
    ['of a hamlet', plain],
    ['of a person with a long name', person],
    ['with everything as long as it may be', longest],
    ['with words that never end', unbroken],
  ])('%s is one landscape page, and every word is inside its frame', async (_, certificate) => {
    const path = await saved('giay.pdf', await writeCertificates([certificate], stateCertificate, printing))
    expect((await run('pdfinfo', [path])).stdout).toMatch(/Page size:\s+841\.\d+ x 595\.\d+ pts \(A4\)/)
    const pages = await wordsOnPages(path)
    expect(pages).toHaveLength(1)
    const words = pages[0] ?? []
    expect(words.length).toBeGreaterThan(10)
    for (const word of words) {
      expect(word.xMin, word.text).toBeGreaterThan(millimetres(28) - 0.5)
      expect(word.xMax, word.text).toBeLessThan(millimetres(297 - 28) + 0.5)
      expect(word.yMin, word.text).toBeGreaterThan(millimetres(13))
      expect(word.yMax, word.text).toBeLessThan(millimetres(210 - 20) + 0.5)
    }
  })

  test.each([
    ['a person with a long name', person],
    ['everything as long as it may be', longest],
  ])('no line of %s stands on another', async (_, certificate) => {
    const path = await saved('dong.pdf', await writeCertificates([certificate], stateCertificate, printing))
    const words = (await wordsOnPages(path))[0] ?? []
    for (const [at, one] of words.entries())
      for (const other of words.slice(at + 1)) {
        const wide = Math.min(one.xMax, other.xMax) - Math.max(one.xMin, other.xMin)
        const high = Math.min(one.yMax, other.yMax) - Math.max(one.yMin, other.yMin)
        // Boxes of a line hold the room of stacked letters above and below it.
        expect(wide > 1 && high > (one.yMax - one.yMin) * 0.45, `${one.text} / ${other.text}`).toBe(false)
      }
  })

  test('says everything that was given, in composed letters', async () => {
    const path = await saved('chu.pdf', await writeCertificates([person], stateCertificate, printing))
    const words = flat(await textOf(path))
    expect(words).toBe(words.normalize('NFC'))
    for (const part of [person.recipient, person.about, person.achievement, person.decision, person.book, person.title])
      expect(words).toContain(flat(part))
    expect(words).toContain(flat('Sông Xanh, ngày 15 tháng 10 năm 2026'))
    expect(words).toContain(flat('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))
  })

  test('a short name is larger than a long one', async () => {
    const heights: number[] = []
    for (const certificate of [plain, longest]) {
      const path = await saved('co.pdf', await writeCertificates([certificate], stateCertificate, printing))
      const first = certificate.recipient.split(' ')[0]
      const word = (await wordsOnPages(path))[0]?.find((one) => one.text === first)
      heights.push(word ? word.yMax - word.yMin : 0)
    }
    const [short = 0, long = 0] = heights
    expect(short).toBeGreaterThan(long * 1.4)
    expect(long).toBeGreaterThan(8)
  })

  test('a trial print says so; on ready paper no frame is drawn', async () => {
    const trial = { title: 'Xem thử', frame: false, mark: 'BẢN XEM THỬ' }
    const path = await saved('thu.pdf', await writeCertificates([plain], stateCertificate, trial))
    expect(flat(await textOf(path))).toContain(flat('BẢN XEM THỬ'))
  })

  test('thirty of them are one file of thirty pages within seconds', async () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ...person, book: `Số vào sổ: ${at + 1}/2026` }))
    const began = performance.now()
    const path = await saved('nhieu.pdf', await writeCertificates(many, stateCertificate, printing))
    expect(performance.now() - began).toBeLessThan(20_000)
    expect((await run('pdfinfo', [path])).stdout).toMatch(/Pages:\s+30\n/)
    const pages = await wordsOnPages(path)
    expect(pages.map((words) => words.some((word) => word.text.endsWith('/2026')))).not.toContain(false)
  }, 240_000)
})

test('a layout that is not known is not invented: there is none for a Party committee', () => {
  expect(certificateLayout('certificate-state')).toBe(stateCertificate)
  expect(certificateLayout('certificate-party')).toBeNull()
  expect(certificateLayout(null)).toBeNull()
})
