import { describe, expect, test } from 'vitest'
import type { Numeral } from '#kernel/numerals.ts'
import { quarterOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import type { CheckInput } from './check-input.ts'
import { houseRules } from '../../../tests/support/house-rules.ts'
import { checkFigures } from './checks.ts'
import { figure, type Basis, type Figure } from './figure.ts'
import { isBlocking, needsExplanation, type Finding } from './finding.ts'
import { findingText } from './finding-sentence.ts'
import { parseCellKey } from './indicator.ts'

type Typed = Record<string, string>

const measures: Record<string, Numeral> = { I02: 'decimal', I03: 'change', F10: 'percent', B14: 'percent' }

function input(typed: Typed, more: Partial<CheckInput> & { basis?: Basis } = {}): CheckInput {
  const lines = Object.keys(typed).map((key) => ({
    cell: parseCellKey(key),
    numeral: measures[key] ?? ('count' as const),
    unitOfCount: 'hồ sơ',
    nature: 'flow' as const,
    overTime: 'sum' as const,
  }))
  const figures = new Map<string, Figure>(
    Object.entries(typed).map(([key, raw]) => [key, figure(raw, measures[key] ?? 'count', '', more.basis ?? 'typed')]),
  )
  return {
    period: quarterOf(2026, 3),
    lines,
    figures,
    earlier: null,
    history: [],
    divisor: null,
    peers: null,
    overUnits: new Map(),
    ...more,
  }
}

function found(rule: string, typed: Typed, more: Partial<CheckInput> = {}): Finding | undefined {
  return checkFigures(input(typed, more), houseRules).find((finding) => finding.rule === rule)
}

const verdictOf = (rule: string, typed: Typed, more: Partial<CheckInput> = {}): string | undefined =>
  found(rule, typed, more)?.verdict

const names = (cell: { code: string }): { name: string; unit: string } => ({
  name: `Chỉ tiêu ${cell.code}`,
  unit: 'hồ sơ',
})
function words(finding: Finding | undefined): string {
  if (!finding) return ''
  const text = findingText(finding, names)
  return [
    text.heading,
    text.sentence,
    text.remedy,
    ...(text.sum ?? []).map((row) => `${row.label} ${row.amount}`),
  ].join(' | ')
}

describe('Q01: OCOP products by stars add up', () => {
  test('31 = 23 + 8 + 0 holds', () => {
    const finding = found('Q01', { I09: '31', I10: '23', I11: '8', I12: '0' })
    expect(finding?.verdict).toBe('holds')
    expect(words(finding)).toContain('23 + 8 + 0 = 31')
  })
  test('23 + 8 = 31 holds while nobody has counted the products with five stars: there can be none', () => {
    const finding = found('Q01', { I09: '31', I10: '23', I11: '8', I12: '' })
    expect(finding?.verdict).toBe('holds')
    expect(words(finding)).toContain('Cộng khớp: 23 + 8 = 31')
    expect(words(finding)).toContain('I12 (chỉ tiêu I12) chưa có số và chỉ có thể là 0')
  })
  test('a sum that is short while a part is missing is not concluded', () => {
    expect(verdictOf('Q01', { I09: '31', I10: '23', I11: '7', I12: '' })).toBe('not-computable')
  })
  test('hedged parts that happen to make up the total prove nothing', () => {
    expect(verdictOf('Q01', { I09: '31', I10: 'khoảng 23', I11: '8', I12: '' })).toBe('not-computable')
  })
  test('a wrong sum must be corrected and cannot be explained away', () => {
    const finding = found('Q01', { I09: '31', I10: '22', I11: '8', I12: '0' })
    expect(finding && isBlocking(finding)).toBe(true)
    expect(words(finding)).toContain('Còn thiếu 1')
  })
})

describe('Q02: the one-stop identity', () => {
  const sample = { F01: '43,479', F06: '33,838', F07: '8.552', F09: '374' }

  test('the published dossiers leave 715 unexplained while F08 has no figure, and say which cell is missing', () => {
    const finding = found('Q02', { ...sample, F05: '0', F08: '', F11: '0' })
    expect(finding?.verdict).toBe('not-computable')
    expect(words(finding)).toContain('42.764')
    expect(words(finding)).toContain('43.479')
    expect(words(finding)).toContain('Còn thiếu 715')
    expect(words(finding)).toContain('F08')
  })
  test('with every line given the 715 is a failure that can be explained', () => {
    const finding = found('Q02', { ...sample, F05: '0', F08: '0', F11: '0' })
    expect(finding && needsExplanation(finding)).toBe(true)
    expect(words(finding)).toContain('Còn thiếu 715')
  })
  test('715 in progress within time closes it', () => {
    expect(verdictOf('Q02', { ...sample, F05: '0', F08: '715', F11: '0' })).toBe('holds')
  })
  test('parts above the total fail even while another part is missing', () => {
    const finding = found('Q02', { F01: '100', F06: '90', F07: '20', F08: '' })
    expect(finding?.verdict).toBe('fails')
    expect(words(finding)).toContain('Thừa ra 10')
  })
  test('parts that already make up the total leave only zero for two missing ones', () => {
    const finding = found('Q02', { F01: '110', F06: '90', F07: '20', F08: '', F09: '' })
    expect(finding?.verdict).toBe('holds')
    expect(words(finding)).toContain('F08 (chỉ tiêu F08); F09 (chỉ tiêu F09) chưa có số và chỉ có thể là 0')
  })
  test('“trên 3.200” cannot be checked to the unit', () => {
    const finding = found('Q02', { F01: 'trên 3.200', F06: '3.100', F07: '50', F08: '50', F09: '0' })
    expect(finding?.verdict).toBe('not-computable')
    expect(words(finding)).toContain('F01')
  })
})

describe('Q03: a part is not larger than its whole', () => {
  test.each([
    ['34', 'ước 99', 'holds'],
    ['99', '34', 'fails'],
    ['34', '', 'not-computable'],
    ['34', 'khoảng 99', 'not-computable'],
  ])('%s gardens of the provincial standard among %s: %s', (part, whole, verdict) => {
    expect(verdictOf('Q03', { I06: part, I05: whole })).toBe(verdict)
  })
  test('what is registered with the province is no part of what is registered at home: six there and five here stand', () => {
    expect(verdictOf('Q03', { B02: '6', B01: '5' })).toBeUndefined()
  })
})

describe('Q04: an average goes with its total', () => {
  const total = { I01: 'ước 378', I02: '15,75' }
  test('378 criteria / 15,75 gives 24 xã, and 24 xã there are', () => {
    const finding = found('Q04', total, { divisor: { units: 24, allUnits: 26 } })
    expect(finding?.verdict).toBe('holds')
    expect(words(finding)).toContain('378 / 15,75 ra 24 xã')
    expect(words(finding)).toContain('14,54')
  })
  test('dividing by the 26 units is an error, not a choice', () => {
    expect(verdictOf('Q04', { I01: '378', I02: '14,54' }, { divisor: { units: 24, allUnits: 26 } })).toBe('fails')
  })
  test('an average that was counted cannot be corrected, so its total is asked about', () => {
    const counted = input({ I01: '393', I02: '15,75' }, { basis: 'counted', divisor: { units: 24, allUnits: 26 } })
    expect(checkFigures(counted, houseRules).find((finding) => finding.rule === 'Q04')?.verdict).toBe('asks')
  })
  test('without a list of communes the divisor is asked for', () => {
    expect(verdictOf('Q04', total)).toBe('asks')
  })
})

describe('Q06: collectives and individuals make the total', () => {
  test.each([
    ['332', '316', '16', 'holds'],
    ['15', '5', '10', 'holds'],
    ['15', '5', '9', 'fails'],
    ['', '5', '10', 'not-computable'],
  ])('%s = %s + %s: %s', (all, collective, individual, verdict) => {
    expect(verdictOf('Q06', { K01: all, 'K01:collective': collective, 'K01:individual': individual })).toBe(verdict)
  })
})

describe('Q07: what was replicated is part of what was recognised', () => {
  test.each([
    ['3', '3', 'holds'],
    ['0', '0', 'holds'],
    ['4', '3', 'fails'],
    ['4', '', 'not-computable'],
    ['khoảng 4', '3', 'not-computable'],
    ['ước 4', '3', 'fails'],
  ])('%s replicated of %s recognised: %s', (replicated, recognised, verdict) => {
    expect(verdictOf('Q07', { B16: replicated, B13: recognised })).toBe(verdict)
  })
  test('must be corrected, and says why it happens', () => {
    const finding = found('Q07', { B16: '4', B13: '3' })
    expect(finding && isBlocking(finding)).toBe(true)
    expect(words(finding)).toContain('B16 (chỉ tiêu B16) là 4, mà B13 (chỉ tiêu B13) là 3')
    expect(words(finding)).toContain('đếm theo từng nơi làm theo')
  })
  test('says nothing where recognised models are not on the form', () => {
    expect(found('Q07', { B16: '4' })).toBeUndefined()
  })
})

describe('Q03: more recognised than registered may be explained', () => {
  test.each([
    ['2', '2', 'holds'],
    ['3', '2', 'fails'],
    ['3', '', 'not-computable'],
  ])('%s recognised, %s registered: %s', (recognised, registered, verdict) => {
    const finding = found('Q03', { B13: recognised, B01: registered })
    expect(finding?.verdict).toBe(verdict)
    expect(finding?.explainable).toBe(true)
  })
})

describe('Q09: no more petitions settled than received, unless some were carried over', () => {
  test.each([
    ['39', '39', 'holds'],
    ['39', '38', 'fails'],
    ['39', '', 'not-computable'],
    ['39', 'trên 30', 'not-computable'],
    ['không áp dụng', '0', 'holds'],
  ])('%s settled of %s received: %s', (settled, received, verdict) => {
    expect(verdictOf('Q09', { E16: settled, E08: received })).toBe(verdict)
  })
  test('may be explained by petitions of the period before', () => {
    const finding = found('Q09', { E16: '39', E08: '30' })
    expect(finding && needsExplanation(finding)).toBe(true)
    expect(words(finding)).toContain('có thể có đơn kỳ trước chuyển sang')
    expect(words(finding)).toContain('nộp kèm lời giải thích')
  })
  test('says nothing on the form that does not ask for petitions received', () => {
    expect(found('Q09', { E16: '39' })).toBeUndefined()
  })
})

describe('Q20: the four fields make all models', () => {
  const fields = { B09: '3', B10: '2', B11: '1', B12: '0' }
  test.each([
    ['6', {}, 'holds'],
    ['7', {}, 'fails'],
    ['5', {}, 'fails'],
    ['6', { B12: '' }, 'holds'],
    ['7', { B12: '' }, 'not-computable'],
    ['5', { B12: '' }, 'fails'],
    ['', {}, 'not-computable'],
    ['6', { B09: 'hơn 3' }, 'not-computable'],
  ])('%s models, fields %j: %s', (all, change, verdict) => {
    expect(verdictOf('Q20', { B01: all, ...fields, ...change })).toBe(verdict)
  })
  test('must be corrected, with both numbers', () => {
    const finding = found('Q20', { B01: '7', ...fields })
    expect(finding && isBlocking(finding)).toBe(true)
    expect(words(finding)).toContain('Các dòng cộng được 6, mà tổng ở B01 là 7')
  })
  test('what was only counted from the communes is asked about: nobody can correct it here', () => {
    const counted = input({ B01: '7', ...fields }, { basis: 'counted' })
    const finding = checkFigures(counted, houseRules).find((one) => one.rule === 'Q20')
    expect(finding?.verdict).toBe('asks')
    expect(words(finding)).toContain('Đây là số cộng từ cấp xã')
  })
  test('says nothing on the form without fields', () => {
    expect(found('Q20', { B01: '7' })).toBeUndefined()
  })
})

describe('Q25: a percentage goes with its numbers, to one tenth', () => {
  // 33.838 of 42.390 settled are 79,8254 %.
  const settled = { F05: '0', F06: '33,838', F07: '8.552' }
  test.each([
    ['79,83', 'holds'],
    ['79,8', 'holds'],
    ['79,9254', 'holds'],
    ['79,7254', 'holds'],
    ['79,9255', 'fails'],
    ['79,7253', 'fails'],
    ['77,83', 'fails'],
    ['', 'not-computable'],
    ['khoảng 80', 'not-computable'],
    ['không áp dụng', undefined],
  ])('%s %%: %s', (rate, verdict) => {
    expect(verdictOf('Q25', { F10: rate, ...settled })).toBe(verdict)
  })
  test('a cell that is not known is named, and a rounded one', () => {
    const finding = found('Q25', { F10: '79,8', ...settled, F05: '' })
    expect(finding?.facts).toMatchObject({ kind: 'missing', missing: [{ code: 'F05' }], hedged: [] })
    expect(verdictOf('Q25', { F10: '79,8', ...settled, F07: 'trên 8.000' })).toBe('not-computable')
  })
  test('the published slip of dividing by all dossiers is said with both percentages, and must be corrected', () => {
    const finding = found('Q25', { F10: '77,83', ...settled })
    expect(finding && isBlocking(finding)).toBe(true)
    expect(words(finding)).toContain('(0 + 33.838) / (0 + 33.838 + 8.552) = 79,83 %')
    expect(words(finding)).toContain('ghi 77,83 %')
    expect(words(finding)).toContain('hoặc sửa F05, F06 và F07')
  })
  test.each([
    ['0', 'asks'],
    ['50', 'fails'],
    ['không áp dụng', undefined],
  ])('nothing divides by nothing: “%s” of no model registered: %s', (rate, verdict) => {
    expect(verdictOf('Q25', { B14: rate, B13: '0', B01: '0' })).toBe(verdict)
  })
  test('a percentage that was counted has nothing to correct in it', () => {
    const counted = input({ B14: '10', B13: '1', B01: '2' }, { basis: 'counted' })
    expect(checkFigures(counted, houseRules).find((finding) => finding.rule === 'Q25')?.verdict).toBe('asks')
  })
  test('says nothing while one of its numbers is not on the form', () => {
    expect(found('Q25', { F10: '79,8', F06: '33,838', F07: '8.552' })).toBeUndefined()
  })
})

describe('Q08: turns and persons', () => {
  test('777 turns and 777 persons are worth a question', () => {
    const finding = found('Q08', { E01: '777', E02: '777' })
    expect(finding?.verdict).toBe('asks')
    expect(words(finding)).toContain('777 lượt bằng đúng 777 người')
  })
  test.each([
    ['780', '742', 'holds'],
    ['5', '5', 'holds'],
    ['700', '777', 'asks'],
    ['', '777', 'not-computable'],
  ])('%s turns, %s persons: %s', (turns, persons, verdict) => {
    expect(verdictOf('Q08', { E01: turns, E02: persons })).toBe(verdict)
  })
})

describe('Q12: the total agrees with the units below', () => {
  const overUnits = new Map([['D03', { summed: quantity(32), unitsCounted: 24, isHedged: false }]])
  test.each([
    ['32', 'holds'],
    ['35', 'fails'],
    ['khoảng 32', 'not-computable'],
  ])('a typed total of %s against 32 from 24 units: %s', (typed, verdict) => {
    expect(verdictOf('Q12', { D03: typed }, { overUnits })).toBe(verdict)
  })
  test('a total that was counted is the sum itself and is not checked against it', () => {
    expect(
      checkFigures({ ...input({ D03: '32' }, { basis: 'counted' }), overUnits }, houseRules).some(
        (one) => one.rule === 'Q12',
      ),
    ).toBe(false)
  })
})

describe('Q16: a number of the unit it is in', () => {
  test.each([
    [{ F06: '12,34' }, 'fails'],
    [{ F06: 'mười mấy' }, 'fails'],
    [{ F10: '101' }, 'fails'],
    [{ F06: '12' }, undefined],
    [{ F06: '' }, undefined],
    [{ I03: 'giảm 3' }, undefined],
  ])('%j: %s', (typed, verdict) => {
    expect(verdictOf('Q16', typed as Typed)).toBe(verdict)
  })
})

describe('Q23: models of different scopes are never summed', () => {
  const scopes = { B02: '3', B05: '62', B06: '6' }
  test('3, 62 and 6 stay three numbers', () => {
    const finding = found('Q23', { B01: '', ...scopes })
    expect(finding?.verdict).toBe('holds')
    expect(words(finding)).toContain('3, 62, 6: 3 phạm vi khác nhau, không cộng')
  })
  test('a total that is exactly their sum counted something twice', () => {
    const finding = found('Q23', { B01: '71', ...scopes })
    expect(finding && isBlocking(finding)).toBe(true)
  })
  test('a total of two of them is worth a question: it may be chance', () => {
    const finding = found('Q23', { B01: '9', ...scopes })
    expect(finding?.verdict).toBe('asks')
    expect(words(finding)).toContain('3 + 6')
    expect(verdictOf('Q23', { B01: '3', B02: '1', B05: '2', B06: '0' })).toBe('asks')
  })
  test('another total is left alone', () => {
    expect(verdictOf('Q23', { B01: '70', ...scopes })).toBe('holds')
  })
})

test('a rule about a line that the template does not carry says nothing', () => {
  expect(checkFigures(input({ D01: '2' }), houseRules)).toEqual([])
})

test('a rule that puts two units together is refused before any figure is looked at', () => {
  const lines = input({ I06: '1', I05: '2' }).lines.map((line) =>
    line.cell.code === 'I05' ? { ...line, unitOfCount: 'hộ' } : line,
  )
  expect(() => checkFigures({ ...input({ I06: '1', I05: '2' }), lines }, houseRules)).toThrow(
    'Q03 puts hồ sơ and hộ together',
  )
})

test('the worst finding comes first', () => {
  const verdicts = checkFigures(
    input({ I09: '31', I10: '1', I11: '1', I12: '1', E01: '777', E02: '777', I05: '9', I06: '1' }),
    houseRules,
  ).map((one) => one.verdict)
  expect(verdicts).toEqual(['fails', 'asks', 'holds'])
})
