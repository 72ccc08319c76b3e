import { expect, test } from 'vitest'
import { documentTitle, headingMarks, numberLine, placeAndDayLine, type Block, type HeadingLevel } from './document.ts'
import { localDate } from './local-date.ts'

const stateForm = { lead: 'Số: ', join: '/' }
const partyForm = { lead: 'Số ', join: '-' }

test.each([
  [null, 'BC-UBND', stateForm, 'Số:        /BC-UBND'],
  ['5', 'BC-UBND', stateForm, 'Số: 05/BC-UBND'],
  ['115', 'BC-UBND', stateForm, 'Số: 115/BC-UBND'],
  [null, 'BC/ĐU', partyForm, 'Số        -BC/ĐU'],
  ['5', 'BC/ĐU', partyForm, 'Số 05-BC/ĐU'],
])('the number %s of %s is printed in its form', (assigned, symbol, form, printed) => {
  expect(numberLine({ assigned, symbol }, form)).toBe(printed)
})

test('a draft leaves the day of signing blank', () => {
  expect(placeAndDayLine('Sông Xanh', null)).toBe('Sông Xanh, ngày … tháng … năm …')
  expect(placeAndDayLine('Sông Xanh', localDate('2026-10-05'))).toBe('Sông Xanh, ngày 05 tháng 10 năm 2026')
})

test('headings count again under each heading above them, and points follow the Vietnamese alphabet', () => {
  const heading = (level: HeadingLevel): Block => ({ kind: 'heading', level, text: 'Nội dung' })
  const words: Block = { kind: 'paragraph', runs: [] }
  const levels = [heading(1), heading(2), heading(3), words, heading(3), heading(3), heading(3), heading(3), heading(2)]
  const second = [heading(1), heading(2), heading(3), heading(1), heading(1)]
  expect(headingMarks([...levels, ...second])).toEqual(
    ['I.', '1.', 'a)', null, 'b)', 'c)', 'd)', 'đ)', '2.'].concat(['II.', '1.', 'a)', 'III.', 'IV.']),
  )
})

test('the title of a file reads as a sentence, not in capitals', () => {
  expect(
    documentTitle({
      layout: 'state',
      language: 'vi',
      issuer: { superior: null, body: 'ỦY BAN NHÂN DÂN XÃ SÔNG XANH' },
      number: { symbol: 'BC-UBND', assigned: null },
      place: 'Sông Xanh',
      day: null,
      typeName: 'BÁO CÁO',
      subject: 'Kết quả công tác dân vận quý III năm 2026',
      blocks: [],
      signature: { rights: [], title: 'CHỦ TỊCH', name: null },
      recipients: [],
    }),
  ).toBe('Báo cáo Kết quả công tác dân vận quý III năm 2026')
})
