import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { readScoringFile, writeScoringFile } from './scoring-file.ts'
import { resultSentences } from './scoring-labels.ts'
import { readScoringLines, scoringSetOf } from './scoring-lines.ts'
import { addPoints, formatPoints, parsePoints, points, type Points } from './scoring-points.ts'
import { ranked, spreadOf } from './scoring-ranking.ts'
import { score, sheetTotal, unmarked, type Marks, type ScoresGiven } from './scoring.ts'
import { sectionsOf, type ScoringLine, type ScoringSet } from './scoring-set.ts'

const file = 'db/reference/scoring_pattern_line.csv'
const table = readCsv(file, readFileSync(file, 'utf8'))
const rows = table.rows.map((row) => namedCells(table, row))
const linesOf = (code: string): ScoringLine[] =>
  rows
    .filter((cell) => cell('pattern_code') === code)
    .map((cell): ScoringLine => ({
      kind: cell('kind') as ScoringLine['kind'],
      ...{ name: cell('name'), points: cell('points'), levels: cell('levels') },
      part: cell('part') as ScoringLine['part'],
      passes: cell('passes') === 'true',
      area: (cell('area') || null) as ScoringLine['area'],
      ...{ evidence: cell('evidence'), note: cell('note') },
    }))
const codes = [...new Set(rows.map((cell) => cell('pattern_code')))]
const pattern = (code: string): ScoringSet => scoringSetOf(linesOf(code))

const line = (kind: ScoringLine['kind'], name: string, given: Partial<ScoringLine> = {}): ScoringLine => ({
  ...{ kind, name, points: '', levels: '', part: 'base', passes: false, area: null, evidence: '', note: '' },
  ...given,
})
const marks = (given: Record<string, string>): Marks =>
  new Map(Object.entries(given).map(([key, text]) => [key, points(text)]))
const given = (change: Partial<ScoresGiven>): ScoresGiven => ({
  ...{ appraisers: [], council: new Map(), superior: null, area: 'rural', notEligible: null },
  ...change,
})
function scored(set: ScoringSet, change: Partial<ScoresGiven>) {
  const result = score(set, given(change))
  if (result.kind !== 'scored') throw new Error(`not scored but ${result.kind}`)
  return result
}
/** Everything at its most, then so many hundredths less, taken from criteria in turn without any under half. */
function filledTo(set: ScoringSet, total: Points): Marks {
  const base = sectionsOf(set, 'base').filter(({ key }) => key.startsWith('g'))
  const criteria = [...base, ...sectionsOf(set, 'superior')].flatMap((group) => group.criteria)
  let left: number = addPoints(criteria.map(({ most }) => most)) - total
  return new Map(
    criteria.map(({ key, most }): [string, Points] => {
      const taken = Math.min(left, most)
      left -= taken
      return [key, (most - taken) as Points]
    }),
  )
}

describe('points', () => {
  test.each([
    ['80', 8000],
    ['79,99', 7999],
    ['12.5', 1250],
    [' 0 ', 0],
  ])('“%s” is %d hundredths', (text, hundredths) => {
    expect(parsePoints(text)).toBe(hundredths)
  })
  test.each(['', '-1', '1,234', '1.000', 'mười', '1e2', '99999', '1 0'])('“%s” is none', (text) => {
    expect(parsePoints(text)).toBeNull()
  })
  test('are printed as they are typed here', () => {
    expect(['87', '79,99', '12,5', '0', '0,05'].map((text) => formatPoints(points(text)))).toEqual([
      ...['87', '79,99', '12,5', '0', '0,05'],
    ])
  })
})

describe('every set of the reference data', () => {
  test.each(codes)('%s can be scored by, and survives a file', (code) => {
    const lines = linesOf(code)
    expect(readScoringLines(lines)).toMatchObject({ ok: true })
    const read = readScoringFile(writeScoringFile(lines))
    expect(read).toEqual({ ok: true, lines })
  })
  test.each([
    ['bac-kan-2017', '100'],
    ['hai-duong-2024', '100'],
    ['tt-01-2018', '18'],
    ['mau-thu-nghiem', '100'],
  ])('%s comes to %s points', (code, most) => {
    expect(formatPoints(pattern(code).most)).toBe(most)
  })
  const borders = codes.flatMap((code) => {
    const set = pattern(code)
    return set.bands.flatMap((band, at) => [
      [code, band.from, band.name] as const,
      ...(at > 0 ? [[code, (band.from - 1) as Points, set.bands[at - 1]?.name] as const] : []),
      ...(at === set.bands.length - 1 ? [[code, set.most, band.name] as const] : []),
    ])
  })
  test.each(borders)('%s: %d hundredths stand in “%s”', (code, total, name) => {
    const set = pattern(code)
    const all = filledTo(set, total)
    const result = scored(set, { appraisers: [all], superior: all })
    expect([result.total, result.band]).toEqual([total, name])
  })
  test.each([
    ...(['0', '79,99'] as const).map((total) => [total, 'Chưa đạt', false] as const),
    ...(['80', '84,99'] as const).map((total) => [total, 'Mức 1', true] as const),
    ...(['85', '89,99'] as const).map((total) => [total, 'Mức 2', true] as const),
    ...(['90', '94,99'] as const).map((total) => [total, 'Mức 3', true] as const),
    ...(['95', '100'] as const).map((total) => [total, 'Mức 4', true] as const),
  ])('Hải Dương: %s points are “%s”', (total, name, recognised) => {
    const result = scored(pattern('hai-duong-2024'), { appraisers: [marks({ c1: total })] })
    expect([result.band, result.recognised]).toEqual([name, recognised])
  })
  test('an index of Thông tư 01/2018 has the points 0, 1 and 2 and no other', () => {
    const criteria = pattern('tt-01-2018').groups.flatMap((group) => group.criteria)
    expect(criteria.length).toBe(9)
    expect(new Set(criteria.map(({ levels }) => levels?.join()))).toEqual(new Set(['0,100,200']))
  })
})

describe('Bắc Kạn: 90 of the unit and 10 of the superior', () => {
  const set = pattern('bac-kan-2017')
  test('without the superior there is no result, and no 0 either', () => {
    expect(score(set, given({ appraisers: [marks({ c1: '87' })] }))).toEqual({
      kind: 'unfinished',
      missing: ['superior'],
    })
  })
  test('the council lowers 87 to 78: under the border of tốt', () => {
    const before = { appraisers: [marks({ c1: '87' })], superior: marks({ c2: '0' }) }
    expect(scored(set, before)).toMatchObject({ band: 'Tốt', recognised: true })
    const after = scored(set, { ...before, council: marks({ c1: '78' }) })
    expect([formatPoints(after.total), after.band, after.recognised]).toEqual(['78', 'Dưới mức tốt', false])
  })
  test('who is not eligible has a reason instead of points', () => {
    const result = score(set, given({ appraisers: [marks({ c1: '90' })], notEligible: 'có vụ việc đang xem xét' }))
    expect(result).toEqual({ kind: 'not-eligible', reason: 'có vụ việc đang xem xét' })
    expect(resultSentences(result)[0]).toContain('Không tính là 0 điểm')
  })
})

describe('vetoes', () => {
  const two = [
    line('group', 'Một'),
    line('criterion', 'A', { points: '40' }),
    line('criterion', 'B', { points: '10' }),
    line('group', 'Hai'),
    line('criterion', 'C', { points: '50' }),
    line('band', 'Chưa', { points: '0' }),
    line('band', 'Đạt', { points: '70', passes: true }),
  ]
  const withGroups = scoringSetOf([...two, line('group-floor', 'Sàn', { points: '50' })])
  const withCriteria = scoringSetOf([...two, line('criterion-floor', 'Sàn', { points: '50' })])

  test.each([
    ['25', []],
    ['24,99', ['Hai']],
  ])('a group of 50 with %s points: %j lie under half', (text, names) => {
    const result = scored(withGroups, { appraisers: [marks({ c1: '40', c2: '10', c3: text })] })
    expect(result.vetoes.map(({ name }) => name)).toEqual(names)
    expect([result.band, result.recognised]).toEqual(names.length > 0 ? ['Đạt', false] : ['Đạt', true])
  })
  test.each([
    ['5', []],
    ['4,99', ['B']],
  ])('a criterion of 10 with %s points: %j lie under half', (text, names) => {
    const result = scored(withCriteria, { appraisers: [marks({ c1: '40', c2: text, c3: '50' })] })
    expect(result.vetoes.map(({ name }) => name)).toEqual(names)
  })
  test('a mean that is under half by a third of a hundredth is under half', () => {
    const of = (text: string): Marks => marks({ c1: '40', c2: '10', c3: text })
    const result = scored(withGroups, { appraisers: [of('25'), of('25'), of('24,99')] })
    expect(result.vetoes.map(({ name }) => name)).toEqual(['Hai'])
  })
  test.each(['urban', 'rural', 'mountain'] as const)('a threshold of its own for %s', (area) => {
    const least = { urban: '90', rural: '80', mountain: '60' } as const
    const areas = (['urban', 'rural', 'mountain'] as const).map((one) =>
      line('threshold', '', { points: least[one], area: one }),
    )
    const set = scoringSetOf([
      ...[line('group', 'Một'), line('criterion', 'A', { points: '100' })],
      ...[line('band', 'Đạt', { points: '0', passes: true }), ...areas],
    ])
    const at = (amount: Points) => scored(set, { area, appraisers: [new Map([['c1', amount]])] })
    const border = points(least[area])
    expect([at(border).recognised, at((border - 1) as Points).recognised]).toEqual([true, false])
  })
})

describe('several appraisers', () => {
  const set = pattern('hai-duong-2024')
  const of = (...texts: string[]) => ({ appraisers: texts.map((text) => marks({ c1: text })) })
  test('a mean of 79,996… is not 80', () => {
    const result = scored(set, of('80', '80', '79,99'))
    expect([formatPoints(result.total), result.band]).toEqual(['79,99', 'Chưa đạt'])
  })
  test('a mean of exactly 80 is', () => {
    expect(scored(set, of('79,99', '80,01')).band).toBe('Mức 1')
  })
  test('their spread is told, and of one alone there is none', () => {
    expect(spreadOf([points('78'), points('87'), points('80')])).toEqual({ least: 7800, most: 8700 })
    expect(spreadOf([points('78')])).toBeNull()
  })
  test('what the council agreed on stands for every hand', () => {
    expect(formatPoints(scored(set, { ...of('80', '81', '82'), council: marks({ c1: '78,5' }) }).total)).toBe('78,5')
  })
})

test('bonus and penalty move the sum, which never falls under 0; a bonus stays in the highest band', () => {
  const set = pattern('mau-thu-nghiem')
  const full = new Map(filledTo(set, set.most))
  expect(formatPoints(scored(set, { appraisers: [new Map([...full, ['b1', points('3')]])] }).total)).toBe('103')
  expect(formatPoints(scored(set, { appraisers: [new Map([...full, ['p1', points('5')]])] }).total)).toBe('95')
  const nothing = new Map([...full.keys()].map((key): [string, Points] => [key, points('0')]))
  expect(scored(set, { appraisers: [new Map([...nothing, ['p1', points('5')]])] }).total).toBe(0)
  expect(unmarked(set, 'base', new Map()).length).toBe(7)
  expect(unmarked(set, 'base', full)).toEqual([])
})

test('random sheets: the sum is that of its groups for one hand, never over the most, and more points never mean less', () => {
  const set = pattern('mau-thu-nghiem')
  const criteria = set.groups.flatMap((group) => group.criteria)
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let round = 0; round < 500; round += 1) {
    const hands = 1 + next(5)
    const sheets = Array.from(
      { length: hands },
      (): Marks => new Map(criteria.map(({ key, most }) => [key, next(most + 1) as Points])),
    )
    const result = scored(set, { appraisers: sheets })
    const exact = sheets.reduce((sum, sheet) => sum + sheetTotal(set, sheet), 0)
    expect(result.total * hands <= exact && exact < (result.total + 1) * hands).toBe(true)
    expect(result.total).toBeLessThanOrEqual(set.most)
    if (hands === 1) expect(addPoints(result.groups.map((group) => group.given))).toBe(result.total)
    const [first = new Map<string, Points>(), ...others] = sheets
    const better = new Map([...first].map(([key]) => [key, criteria.find((one) => one.key === key)?.most ?? points(0)]))
    const raised = scored(set, { appraisers: [better, ...others] })
    expect(raised.total).toBeGreaterThanOrEqual(result.total)
    expect(raised.vetoes.length).toBeLessThanOrEqual(result.vetoes.length)
  }
})

test('places: equal points share one, the next is left out, who has none has no place', () => {
  const entries = [null, '90', '95', '90', '80'].map((text, at) => ({ at, total: text === null ? null : points(text) }))
  expect(ranked(entries).map(({ at, place }) => [at, place])).toEqual([
    ...[
      [2, 1],
      [1, 2],
      [3, 2],
      [4, 4],
      [0, null],
    ],
  ])
})

describe('a set that cannot be scored by is told so', () => {
  const whole = [line('group', 'Một'), line('criterion', 'A', { points: '10' }), line('band', 'Đạt', { points: '0' })]
  test.each([
    ['no band', whole.slice(0, 2), 'Bộ chưa có mức xếp loại'],
    ['a lowest band that begins over 0', [...whole.slice(0, 2), line('band', 'Đạt', { points: '5' })], 'bắt đầu từ 0'],
    ['two bands that begin alike', [...whole, line('band', 'Khá', { points: '0' })], 'cùng bắt đầu từ 0'],
    ['a band over the sum', [...whole, line('band', 'Khá', { points: '11' })], 'quá tổng 10 điểm'],
    ['a criterion without points', [...whole, line('group', 'Hai'), line('criterion', 'B')], '“B”: ghi điểm bằng số'],
    ['a criterion before every group', [line('criterion', 'B', { points: '1' }), ...whole], 'đứng trước nhóm đầu tiên'],
    ['a group without criteria', [...whole, line('group', 'Hai')], 'chưa có tiêu chí nào'],
    [
      'levels that do not end at the most',
      [...whole, line('criterion', 'B', { points: '2', levels: '0 1' })],
      'mức cao nhất',
    ],
    ['levels out of order', [...whole, line('criterion', 'B', { points: '1', levels: '1 0 1' })], 'từ nhỏ đến lớn'],
    ['a floor of 130 %', [...whole, line('group-floor', '', { points: '130' })], 'từ 1 đến 100'],
    ['a threshold for nowhere', [...whole, line('threshold', '', { points: '5' })], 'địa bàn nào'],
    [
      'a threshold over the sum',
      [...whole, line('threshold', '', { points: '50', area: 'urban' })],
      'Có ngưỡng cao hơn',
    ],
    ['a criterion without a name', [...whole, line('criterion', '', { points: '5' })], 'chưa có tên'],
    ['too many lines', [...whole, ...Array.from({ length: 120 }, () => line('condition', 'K'))], 'nhiều nhất 120 dòng'],
  ])('%s', (_, lines, words) => {
    const read = readScoringLines(lines)
    expect(read.ok ? '' : read.faults.map(({ sentence }) => sentence).join(' ')).toContain(words)
  })
  test.each([
    ['', 'Không đọc được tệp'],
    ['Một,Hai\n1,2', 'thiếu cột'],
    ['Loại dòng,Tên,Điểm\nLạ,A,1', 'không phải một loại dòng'],
    ['Loại dòng,Tên,Điểm\n"Nhóm,A,1', 'Không đọc được tệp'],
  ])('a file that says “%s”', (text, words) => {
    const read = readScoringFile(text)
    expect(read.ok ? '' : read.problems.join(' ')).toContain(words)
  })
  test('a file of a machine whose decimal sign is a comma', () => {
    const text = 'Loại dòng;Tên;Điểm;Được công nhận\nNhóm;Một, hai;;\nTiêu chí;A;12,5;\nMức xếp loại;Đạt;0;có'
    const read = readScoringFile(text)
    expect(read.ok && read.lines.map(({ name, points: most }) => [name, most])).toEqual([
      ...[
        ['Một, hai', ''],
        ['A', '12,5'],
        ['Đạt', '0'],
      ],
    ])
  })
})
