import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays, parseLocalDate } from '#kernel/local-date.ts'
import { readNumeral, numerals, type Numeral } from '#kernel/numerals.ts'
import { halfYearOf, nineMonthsOf, periodKey, quarterOf, yearOf } from '#kernel/period.ts'
import { houseRules } from '../../../tests/support/house-rules.ts'
import { checkFigures } from '#modules/figures/checks.ts'
import { earlierPeriods } from '#modules/figures/checks-over-time.ts'
import { figure, type Figure } from '#modules/figures/figure.ts'
import { needsExplanation } from '#modules/figures/finding.ts'
import { cellKey, type Indicator } from '#modules/figures/indicator.ts'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { inventCumulative } from './cumulative-example.ts'
import { heroes, inventReports, type ExampleLine, type ExampleUnit, type InventedReport } from './example.ts'

const table = (path: string): ((column: string) => string)[] => {
  const csv = readCsv(path, readFileSync(`db/${path}`, 'utf8'))
  return csv.rows.map((row) => namedCells(csv, row))
}

const codes = new Map(table('example/unit.csv').map((cell) => [cell('id'), cell('code')]))
const communes: ExampleUnit[] = table('example/unit_version.csv')
  .filter((cell) => cell('level') === 'commune')
  .map((cell) => {
    const [, from, until] = /^[[(](.*),(.*)\)$/.exec(cell('valid')) ?? []
    const end = parseLocalDate(until)
    const id = cell('unit_id')
    return {
      id,
      code: codes.get(id) ?? '',
      name: cell('name'),
      from: parseLocalDate(from),
      to: end && addDays(end, -1),
    }
  })
const indicators = new Map(table('reference/indicator_version.csv').map((cell) => [cell('id'), cell]))
type TestLine = ExampleLine & { template: string; unitOfCount: string }
const everyLine: TestLine[] = table('reference/template_line.csv').map((cell) => {
  const indicator = indicators.get(cell('indicator_version'))
  const numeral = numerals.find((one) => one === indicator?.('numeral')) ?? 'count'
  const code = indicator?.('indicator_code') ?? ''
  return {
    template: cell('template_version'),
    indicatorVersion: cell('indicator_version'),
    dimension: cell('dimension'),
    code,
    numeral,
    nature: indicator?.('nature') ?? '',
    overTime: indicator?.('over_time') ?? '',
    unitOfCount: indicator?.('unit_of_count') ?? '',
  }
})
/** The template by which a period is reported: another one from July 2026. */
const linesBy = Map.groupBy(everyLine, (line) => line.template)
const linesOn = (day: string): TestLine[] => linesBy.get(day < '2026-07-01' ? 'dan-van@1' : 'dan-van@2') ?? []
const quarters = [
  quarterOf(2024, 4),
  ...([1, 2, 3, 4] as const).map((quarter) => quarterOf(2025, quarter)),
  ...([1, 2, 3] as const).map((quarter) => quarterOf(2026, quarter)),
]
const input = { communes, linesOn, quarters }
const reports = inventReports(input)
const last = reports.filter((report) => periodKey(report.period) === '2026-q3')
const of = (among: InventedReport[], status: InventedReport['status']): number =>
  among.filter((report) => report.status === status).length
const numeralOf = new Map(everyLine.map((line): [string, Numeral] => [line.indicatorVersion, line.numeral]))

const figuresIn = (report: InventedReport): Map<string, Figure> =>
  new Map(
    linesOn(report.period.to).map((line, position) => {
      const cell = report.cells[position]
      return [cellKey(line), figure(cell?.raw ?? '', line.numeral, cell?.note)]
    }),
  )

function findingsOf(report: InventedReport, among: InventedReport[] = reports): ReturnType<typeof checkFigures> {
  const unit = communes.find((one) => one.code === report.unitCode && (one.to === null || one.to >= report.period.to))
  const isCommune = unit?.name.startsWith('Xã ') ?? false
  const before = new Set(earlierPeriods(report.period).map(periodKey))
  return checkFigures(
    {
      period: report.period,
      lines: linesOn(report.period.to).map((line) => ({
        ...line,
        cell: { code: line.code, dimension: line.dimension },
        nature: line.nature as Indicator['nature'],
        overTime: line.overTime as Indicator['overTime'],
      })),
      figures: figuresIn(report),
      earlier: among
        .filter((one) => one.unitCode === report.unitCode && one.acceptedOn && before.has(periodKey(one.period)))
        .map((one) => ({ period: one.period, figures: figuresIn(one) })),
      history: [],
      peers: null,
      divisor: { units: isCommune ? 1 : 0, allUnits: 1 },
      overUnits: new Map(),
    },
    houseRules,
  )
}

test('the same seed gives the same reports, another seed gives others', () => {
  expect(inventReports(input)).toEqual(reports)
  expect(inventReports(input, 7)).not.toEqual(reports)
  expect(inventReports({ ...input, communes: communes.toReversed() }).length).toBe(reports.length)
})

test('102 communes report to the end of June 2025, 100 after it', () => {
  const perQuarter = quarters.map((quarter) => reports.filter((report) => report.period.to === quarter.to).length)
  expect(perQuarter).toEqual([102, 102, 102, 100, 100, 100, 100, 93])
  expect(new Set(reports.map((report) => `${report.unitCode} ${periodKey(report.period)}`)).size).toBe(reports.length)
})

test('the last quarter is in full work: 70 accepted, 12 submitted, 5 returned, 6 in draft, 7 not begun', () => {
  expect([of(last, 'accepted'), of(last, 'submitted'), of(last, 'returned'), of(last, 'draft')]).toEqual([70, 12, 5, 6])
  expect(last.some((report) => report.unitCode === heroes.toFill)).toBe(false)
  expect(last.filter((report) => report.status === 'returned').every((report) => report.questions.length > 0)).toBe(
    true,
  )
})

test('earlier quarters are finished but for two reports', () => {
  const earlier = reports.filter((report) => !last.includes(report))
  expect(earlier.length - of(earlier, 'accepted') - of(earlier, 'published')).toBe(2)
  expect(of(earlier, 'published')).toBeGreaterThan(80)
})

describe('figures', () => {
  test('read as one number each, by the reader that officers use', () => {
    const asked = reports.flatMap((report) =>
      report.cells.filter(
        (cell) => readNumeral(cell.raw, numeralOf.get(cell.indicatorVersion) ?? 'count').kind === 'asked',
      ),
    )
    expect(asked).toEqual([])
  })

  test('break no rule in any report but the one that explains itself', () => {
    const failing = reports.filter((report) => findingsOf(report).some((finding) => finding.verdict === 'fails'))
    expect(failing.map((report) => [report.unitCode, periodKey(report.period)])).toEqual([[heroes.unequal, '2026-q3']])
  })

  test('stay within what a commune could have, and move slowly', () => {
    const total = reports
      .filter((report) => report.unitCode === heroes.toFill)
      .map((report) =>
        Number(
          report.cells[linesOn(report.period.to).findIndex((line) => line.code === 'F01')]?.raw.replaceAll('.', ''),
        ),
      )
    expect(Math.min(...total)).toBeGreaterThan(300)
    expect(Math.max(...total) / Math.min(...total)).toBeLessThan(1.8)
  })

  test('of the new rural programme never fall, and the change agrees with the level', () => {
    const rawAt = (unitCode: string, key: string, code: string): string => {
      const report = reports.find((one) => one.unitCode === unitCode && periodKey(one.period) === key)
      return report ? (figuresIn(report).get(code)?.raw ?? '') : ''
    }
    const compared = last.filter((report) => /^\d/.test(rawAt(report.unitCode, '2026-q3', 'I01')))
    expect(compared.length).toBeGreaterThan(70)
    for (const { unitCode } of compared) {
      const grown = Number(rawAt(unitCode, '2026-q3', 'I01')) - Number(rawAt(unitCode, '2025-q4', 'I01'))
      expect(grown).toBeGreaterThanOrEqual(0)
      expect(Number(rawAt(unitCode, '2026-q3', 'I03'))).toBe(grown)
    }
  })
})

test('the report that does not add up leaves 715 dossiers, with an explanation that can be submitted', () => {
  const report = last.find((one) => one.unitCode === heroes.unequal)
  const broken = report ? findingsOf(report).filter(needsExplanation) : []
  expect(report?.status).toBe('submitted')
  expect(broken.map((finding) => finding.key)).toEqual(report?.explanations.map((explanation) => explanation.rule))
  expect(broken[0]?.facts).toMatchObject({ kind: 'sum', gap: 7_150_000n })
})

test('xã Núi Vàng has a question on the cell with one nought too many', () => {
  const report = last.find((one) => one.unitCode === heroes.sentBack)
  expect(report?.status).toBe('returned')
  expect(report?.questions.map((question) => [question.indicatorVersion, question.answer])).toEqual([['F07@1', null]])
})

test('days follow each other: the end of the period, submitting, accepting', () => {
  for (const report of reports) {
    if (report.submittedOn) expect(report.submittedOn > report.period.to).toBe(true)
    if (report.acceptedOn) expect(report.submittedOn && report.acceptedOn > report.submittedOn).toBe(true)
    expect(report.submittedOn === null).toBe(report.status === 'draft')
    expect(report.acceptedOn !== null).toBe(report.status === 'accepted' || report.status === 'published')
  }
})

describe('the reports counted from 1 January of xã Núi Vàng', () => {
  const cumulative = inventCumulative(input)
  const all = [...reports, ...cumulative]

  test('six months are accepted, nine months are in draft', () => {
    expect(cumulative.map((report) => [report.unitCode, periodKey(report.period), report.status])).toEqual([
      [heroes.sentBack, '2026-6-thang', 'accepted'],
      [heroes.sentBack, '2026-9-thang', 'draft'],
    ])
  })

  test('the accepted one agrees with its quarters and breaks nothing', () => {
    const found = findingsOf(cumulative[0] as InventedReport, all)
    expect(found.filter((finding) => finding.verdict === 'fails' || finding.verdict === 'asks')).toEqual([])
    expect(found.find((finding) => finding.key === 'Q15:khop')?.cells.length).toBeGreaterThan(20)
  })

  test('the draft shows what the checks over time and of texts say', () => {
    const found = findingsOf(cumulative[1] as InventedReport, all)
    expect(found.filter((finding) => finding.verdict === 'fails').map((finding) => finding.key)).toEqual([
      'Q05:I03',
      'Q09:E16-E08',
      'Q14:D10',
      'Q21:E02',
      'Q22:D03',
      'Q25:F10',
    ])
    expect(found.find((finding) => finding.key === 'Q15:chua-ro')?.facts).toMatchObject({
      lacking: [quarterOf(2026, 3)],
    })
  })

  test.each([
    [
      [1, 2, 3, 4],
      [nineMonthsOf(2025), halfYearOf(2025), yearOf(2025)],
    ],
    [[1], [nineMonthsOf(2025), halfYearOf(2025), yearOf(2025)]],
    [[1, 2], [halfYearOf(2026)]],
  ] as const)('whatever quarter ended last (%j of the year): the last period is the draft', (ended, periods) => {
    const year = periods.length === 1 || ended.length === 1 ? 2026 : 2025
    const past = [quarterOf(2024, 4), ...([1, 2, 3, 4] as const).map((one) => quarterOf(2025, one))]
    const now = year === 2025 ? past : [...past, ...ended.map((one) => quarterOf(2026, one))]
    const made = inventCumulative({ ...input, quarters: now })
    expect(made.map((report) => periodKey(report.period)).sort()).toEqual(periods.map(periodKey).sort())
    expect(made.at(-1)).toMatchObject({ period: periods.at(-1), status: 'draft' })
  })
})
