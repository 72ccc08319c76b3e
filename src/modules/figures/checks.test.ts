import { describe, expect, test } from 'vitest'
import type { Numeral } from '#kernel/numerals.ts'
import { quantity } from '#kernel/quantity.ts'
import { checkFigures, type CheckInput } from './checks.ts'
import { figure, type Basis, type Figure } from './figure.ts'
import { isBlocking, needsExplanation, type Finding } from './finding.ts'
import { findingText } from './finding-sentence.ts'
import { parseCellKey } from './indicator.ts'

type Typed = Record<string, string>

const measures: Record<string, Numeral> = { I02: 'decimal', I03: 'change', F10: 'percent' }

function input(typed: Typed, more: Partial<CheckInput> & { basis?: Basis } = {}): CheckInput {
  const lines = Object.keys(typed).map((key) => ({
    cell: parseCellKey(key),
    numeral: measures[key] ?? ('count' as const),
  }))
  const figures = new Map<string, Figure>(
    Object.entries(typed).map(([key, raw]) => [key, figure(raw, measures[key] ?? 'count', '', more.basis ?? 'typed')]),
  )
  return { lines, figures, divisor: null, overUnits: new Map(), ...more }
}

function found(rule: string, typed: Typed, more: Partial<CheckInput> = {}): Finding | undefined {
  return checkFigures(input(typed, more)).find((finding) => finding.rule === rule)
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
    expect(checkFigures(counted).find((finding) => finding.rule === 'Q04')?.verdict).toBe('asks')
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
      checkFigures({ ...input({ D03: '32' }, { basis: 'counted' }), overUnits }).some((one) => one.rule === 'Q12'),
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
  expect(checkFigures(input({ D01: '2' }))).toEqual([])
})

test('the worst finding comes first', () => {
  const verdicts = checkFigures(
    input({ I09: '31', I10: '1', I11: '1', I12: '1', E01: '777', E02: '777', I05: '9', I06: '1' }),
  ).map((one) => one.verdict)
  expect(verdicts).toEqual(['fails', 'asks', 'holds'])
})
