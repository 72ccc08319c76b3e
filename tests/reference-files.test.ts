import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '../src/kernel/local-date.ts'
import { parseId } from '../src/kernel/ids.ts'
import { numerals, readNumeral, type Numeral } from '../src/kernel/numerals.ts'
import { cellsOfOneUnit, refuseMixedUnits } from '../src/modules/figures/check-rule.ts'
import { checkFigures } from '../src/modules/figures/checks.ts'
import { figure } from '../src/modules/figures/figure.ts'
import { faultsOf, type DefinitionSpan } from '../src/modules/figures/definition-change.ts'
import { definitionFaultText } from '../src/modules/figures/definition-labels.ts'
import { cellKey, parseCellKey, type Indicator, type IndicatorVersionId } from '../src/modules/figures/indicator.ts'
import { regimes, shippedRules } from '../src/kernel/period-rule.ts'
import { houseRules } from './support/house-rules.ts'
import { readPublishedSource } from '../src/modules/reporting/published-source.ts'
import { namedCells, readCsv } from '../src/kernel/csv.ts'

type Cells = (column: string) => string
const text = (path: string): string => readFileSync(`db/${path}`, 'utf8')
const table = (path: string): Cells[] => {
  const csv = readCsv(path, text(path))
  return csv.rows.map((row) => namedCells(csv, row))
}
const list = (literal: string): string[] => literal.slice(1, -1).split(',').filter(Boolean)

const indicators = table('reference/indicator_version.csv')
const byId = new Map(indicators.map((cell) => [cell('id'), cell]))
function spanIn(cell: Cells): DefinitionSpan {
  const [from = '', end = ''] = cell('valid').slice(1, -1).split(',')
  return {
    id: cell('id') as IndicatorVersionId,
    validFrom: from === '' ? null : localDate(from),
    validUntil: end === '' ? null : addDays(localDate(end), -1),
    comparable: cell('comparable_with_previous') === 'true',
    changeNote: cell('change_note'),
  }
}
const everyLine = table('reference/template_line.csv')
const linesOf = (version: string): Cells[] => everyLine.filter((cell) => cell('template_version') === version)
const lines = linesOf('dan-van@1')

test('every file is NFC, without tabs or trailing blanks', () => {
  for (const folder of ['db/reference', 'db/example']) {
    for (const name of readdirSync(folder)) {
      const content = readFileSync(`${folder}/${name}`, 'utf8')
      expect(content === content.normalize('NFC'), name).toBe(true)
      expect(content, name).not.toMatch(/\t|[ \u00a0]$|\r/m)
    }
  }
})

describe('the periods', () => {
  test('the rules of the table are those by which addresses are written', () => {
    const rows = table('reference/period_regime.csv')
    expect(rows.map((cell) => cell('regime'))).toEqual([...regimes])
    const rules = rows
      .filter((cell) => cell('months') !== '')
      .map((cell) => ({
        regime: cell('regime'),
        months: Number(cell('months')),
        cumulative: cell('counted_from') === 'year',
        anchorDay: Number(cell('anchor_day')),
        offset: Number(cell('month_offset')),
      }))
    expect(rules).toEqual(shippedRules)
  })

  test('each says its source and how surely it is known; terms do not overlap', () => {
    const rows = [...table('reference/period_regime.csv'), ...table('reference/named_period.csv')]
    for (const cell of rows) {
      expect(cell('source').length, cell('regime')).toBeGreaterThan(10)
      expect(['article', 'second-hand', 'unverified', 'ours']).toContain(cell('certainty'))
    }
    const terms = table('reference/named_period.csv')
    for (const [at, term] of terms.entries()) {
      expect(term('period_from') < term('period_to')).toBe(true)
      const before = terms[at - 1]
      if (before) expect(before('period_to') < term('period_from')).toBe(true)
    }
  })
})

describe('the indicators', () => {
  test('are 160 codes, without a gap in any section', () => {
    const last = { A: 13, B: 25, C: 8, D: 12, E: 22, F: 26, G: 16, H: 11, I: 14, K: 5, L: 8 }
    const codes = Object.entries(last).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, position) => `${section}${String(position + 1).padStart(2, '0')}`),
    )
    expect(codes).toHaveLength(160)
    expect(table('reference/indicator.csv').map((cell) => cell('code'))).toEqual(codes)
    expect(indicators.map((cell) => cell('id'))).toEqual(codes.map((code) => `${code}@1`))
    expect(indicators.every((cell) => cell('id') === `${cell('indicator_code')}@${cell('version')}`)).toBe(true)
  })

  test.each([
    ['numeral', ['count', 'decimal', 'percent', 'change']],
    ['nature', ['flow', 'stock', 'change', 'ratio', 'score']],
    ['over_time', ['sum', 'last', 'first', 'ratio-of-sums', 'median', 'difference', 'none']],
    ['over_territory', ['sum', 'ratio-of-sums', 'none']],
    ['direction', ['more-is-better', 'less-is-better', 'context']],
    ['sensitivity', ['public', 'internal', 'total-only']],
    ['valid', ['(,)', '(,2025-07-01)']],
    ['denominator_kind', ['', 'commune']],
  ])('have a known %s', (column, known) => {
    expect(indicators.map((cell) => cell(column)).filter((value) => !known.includes(value))).toEqual([])
  })

  test('have their own names, a sentence for readers and a source', () => {
    expect(new Set(indicators.map((cell) => cell('name'))).size).toBe(160)
    expect(new Set(indicators.map((cell) => cell('english_name'))).size).toBe(160)
    for (const cell of indicators) {
      expect(cell('counts'), cell('id')).toMatch(/^\p{Lu}[^.]*\.$/u)
      expect(cell('unit_of_count').length, cell('id')).toBeGreaterThan(0)
      expect(cell('source').length, cell('id')).toBeGreaterThan(3)
      expect(cell('frequency'), cell('id')).toMatch(/^([DMQHY](,[DMQHY])*)?$/)
    }
  })

  test('divide by sums only where both sums are known', () => {
    const codes = new Set(indicators.map((cell) => cell('indicator_code')))
    for (const cell of indicators) {
      const parts = [...list(cell('numerator')), ...list(cell('denominator'))]
      expect(
        parts.filter((code) => !codes.has(code)),
        cell('id'),
      ).toEqual([])
      const divides = list(cell('denominator')).length > 0 || cell('denominator_kind') !== ''
      expect(cell('over_territory') === 'ratio-of-sums', cell('id')).toBe(divides)
      expect(divides && list(cell('numerator')).length === 0, cell('id')).toBe(false)
    }
  })

  test('have versions that follow each other: no day has two, and what changed or was left out is said', () => {
    const byCode = Map.groupBy(indicators, (cell) => cell('indicator_code'))
    const faults = [...byCode.values()].flatMap((cells) => faultsOf(cells.map(spanIn)))
    expect(faults.map(definitionFaultText)).toEqual([])
    for (const cells of byCode.values()) {
      expect(cells.map((cell) => cell('id'))).toEqual(cells.map((cell, at) => `${cell('indicator_code')}@${at + 1}`))
    }
  })

  test('name no religion, and what counts people apart stays a total', () => {
    const names = indicators.map(
      (cell) => `${cell('name')} ${cell('english_name')} ${cell('counts')} ${cell('source')}`,
    )
    expect(names.filter((name) => /tôn giáo|có đạo|giáo dân|relig|believer/i.test(name))).toEqual([])
    expect(byId.get('H07@1')?.('sensitivity')).toBe('total-only')
    expect(byId.get('H07@1')?.('dimensions')).toBe('{}')
  })
})

describe.each([
  ['dan-van@1', 61],
  ['dan-van@2', 71],
  ['dan-van@3', 97],
])('the template %s', (version, count) => {
  const own = linesOf(version)

  test(`has ${count} lines in nine sections, each of an indicator and a part that exist`, () => {
    expect(own).toHaveLength(count)
    expect(own.map((cell) => Number(cell('position')))).toEqual(own.map((_, index) => index + 1))
    expect([...new Set(own.map((cell) => cell('section').slice(0, 1)))].join('')).toBe('DEFBCIHKA')
    for (const cell of own) {
      const indicator = byId.get(cell('indicator_version'))
      expect(indicator, cell('indicator_version')).toBeDefined()
      if (cell('dimension')) expect(list(indicator?.('dimensions') ?? '{}')).toContain(cell('dimension'))
    }
  })

  test('puts every total before its parts', () => {
    const at = (key: string): number => {
      const { code, dimension } = parseCellKey(key)
      return own.findIndex((cell) => cell('indicator_version') === `${code}@1` && cell('dimension') === dimension)
    }
    const pairs = [
      'F01 F05',
      'F01 F11',
      'B01 B02',
      'I05 I06',
      'I09 I10',
      'K01 K01:collective',
      'K03 K03:individual',
      'D03 D05',
      ...(version !== 'dan-van@1' ? ['E08 E16', 'B01 B09', 'B01 B12', 'B13 B16', 'F07 F10', 'E05 E06'] : []),
    ]
    for (const pair of pairs) {
      const [total = '', part = ''] = pair.split(' ')
      expect(at(total), pair).toBeGreaterThanOrEqual(0)
      expect(at(total), pair).toBeLessThan(at(part))
    }
  })
})

describe('the second version of the template', () => {
  const keys = (version: string): string[] =>
    linesOf(version).map((cell) => `${cell('indicator_version')} ${cell('dimension')}`)

  test('follows the first without a gap or a day of both', () => {
    const valid = new Map(table('reference/template_version.csv').map((cell) => [cell('id'), cell('valid')]))
    const versions = ['dan-van@1', 'dan-van@2', 'dan-van@3'].map((id) => valid.get(id))
    expect(versions).toEqual(['(,2026-07-01)', '[2026-07-01,2027-01-01)', '[2027-01-01,)'])
  })

  test('drops what ended with the districts and carries what the checks need', () => {
    const [first, second] = [keys('dan-van@1'), keys('dan-van@2')]
    expect(first.filter((key) => !second.includes(key))).toEqual(['F13@1 ', 'B03@1 '])
    const added = ['E04', 'E05', 'E06', 'E08', 'F10', 'B09', 'B10', 'B11', 'B12', 'B13', 'B14', 'B16']
    expect(second.filter((key) => !first.includes(key))).toEqual(added.map((code) => `${code}@1 `))
  })

  test('gives every rule something to look at', () => {
    const carried = new Set(linesOf('dan-van@2').map((cell) => cell('indicator_version').replace('@1', '')))
    for (const rule of houseRules) {
      const cells = cellsOfOneUnit(rule).map(({ code }) => code)
      expect(
        cells.filter((code) => !carried.has(code)),
        rule.id,
      ).toEqual([])
    }
  })
})

describe('the third version of the template', () => {
  const keys = (version: string): string[] =>
    linesOf(version).map((cell) => `${cell('indicator_version').split('@')[0]} ${cell('dimension')}`.trim())

  test('keeps what the second asks, in its order, and adds what the registers count', () => {
    const [second, third] = [keys('dan-van@2'), keys('dan-van@3')]
    expect(third.filter((key) => second.includes(key))).toEqual(second)
    expect(third.filter((key) => !second.includes(key))).toEqual([
      ...['D04', 'D06', 'D07 answered', 'D07 passed-on', 'D07 open', 'D08'],
      ...['B04', 'B07', 'B08', 'B15', 'B17', 'B25', 'B21', 'B22', 'B23', 'B24'],
      ...['C04', 'C05 issued', 'C05 closed', 'C06', 'C07', 'C08'],
      ...['A04', 'A05', 'A08', 'A09'],
    ])
  })
})

describe('the rules', () => {
  const unitOf = ({ code }: { code: string }): string | null => byId.get(`${code}@1`)?.('unit_of_count') ?? null

  test('add and compare only what is counted in one unit', () => {
    expect(() => refuseMixedUnits(houseRules, unitOf)).not.toThrow()
  })

  test('that put lượt and người, or models and persons, together are refused when they are loaded', () => {
    const at = parseCellKey
    const models = {
      kind: 'total-of-parts',
      missing: 'skip-if-all',
      total: at('B01'),
      parts: [at('B07'), at('B08')],
    } as const
    expect(() =>
      refuseMixedUnits([{ id: 'Q06', severity: 'must-match', ...models, parts: [...models.parts] }], unitOf),
    ).toThrow('Q06 puts mô hình and người together')
    const turns = { kind: 'part-of-whole', missing: 'skip-if-any', part: at('E02'), whole: at('E01') } as const
    expect(() => refuseMixedUnits([{ id: 'Q03', severity: 'must-match', ...turns }], unitOf)).toThrow('người and lượt')
  })
})

describe('the units', () => {
  const both = ['reference', 'example'].flatMap((folder) => table(`${folder}/unit.csv`))
  const versions = ['reference', 'example'].flatMap((folder) => table(`${folder}/unit_version.csv`))
  const inForce = (cell: Cells, day: string): boolean => {
    const [, from = '', until = ''] = /^[[(](.*),(.*)\)$/.exec(cell('valid')) ?? []
    return from <= day && (until === '' || day < until)
  }

  test('have ids and codes of their own', () => {
    expect(both.every((cell) => parseId(cell('id')) === cell('id') && /^.{14}[78]/.test(cell('id')))).toBe(true)
    expect(new Set(both.map((cell) => cell('id'))).size).toBe(both.length)
    expect(new Set(both.map((cell) => cell('code'))).size).toBe(both.length)
  })

  test.each(['1990-01-01', '2025-06-30', '2025-07-01', '2030-01-01'])('never have two versions on a day: %s', (day) => {
    const ids = versions.filter((cell) => inForce(cell, day)).map((cell) => cell('unit_id'))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('of the example are 102 communes until 30/6/2025 and 100 from the next day, six of them wards', () => {
    const communes = table('example/unit_version.csv').filter((cell) => cell('level') === 'commune')
    const before = communes.filter((cell) => inForce(cell, '2025-06-30'))
    const after = communes.filter((cell) => inForce(cell, '2025-07-01'))
    expect([before.length, after.length]).toEqual([102, 100])
    expect(after.filter((cell) => cell('kind') === 'ward' && cell('name').startsWith('Phường ')).length).toBe(6)
    const bare = (cell: Cells): string => cell('name').replace(/^(Xã|Phường|Thị trấn) /, '')
    const names = new Map(before.map((cell) => [cell('unit_id'), bare(cell)]))
    const renamed = after.filter((cell) => names.has(cell('unit_id')) && names.get(cell('unit_id')) !== bare(cell))
    expect(renamed.map(bare)).toEqual(['Bến Ngọc'])
    // Where the area changed, another unit of the same name begins.
    const begun = after.filter((cell) => !names.has(cell('unit_id'))).map(bare)
    expect(begun).toEqual(['Chiền Chiện', 'Măng Đắng', 'Quế Thơm Rừng', 'Vách Đá', 'Trám Đen'])
    expect(begun.filter((name) => ![...names.values()].includes(name))).toEqual([])
  })

  test('of the example carry every stacked letter of Vietnamese', () => {
    const names = table('example/unit_version.csv').map((cell) => cell('name').toLowerCase())
    const missing = [...'ấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự'].filter(
      (letter) => !names.some((name) => name.includes(letter)),
    )
    expect(missing).toEqual([])
  })
})

describe('the published figures', () => {
  const published = readPublishedSource(text('reference/published_report.csv'), text('reference/published_figure.csv'))
  const numeralOf = (id: string): Numeral => numerals.find((one) => one === byId.get(id)?.('numeral')) ?? 'count'

  test('stand in a line of the template, on a unit that existed, and read as one number each', () => {
    const units = new Set(table('reference/unit.csv').map((cell) => cell('code')))
    const cells = new Set(lines.map((cell) => `${cell('indicator_version')} ${cell('dimension')}`))
    for (const report of published) {
      expect(units.has(report.unitCode)).toBe(true)
      for (const one of report.figures) {
        expect(cells.has(`${one.indicatorVersion} ${one.dimension}`), one.indicatorVersion).toBe(true)
        expect(readNumeral(one.raw, numeralOf(one.indicatorVersion)).kind, one.raw).toBe('amount')
      }
    }
  })

  test.each([
    ['que-son-2019-2022', 'Q02', 'not-computable', { gap: 7_150_000n }],
    ['que-son-2019-2022', 'Q08', 'asks', {}],
    ['le-thuy-2023', 'Q04', 'holds', { units: 24, otherUnits: 26 }],
    ['le-thuy-2023', 'Q03:I06', 'holds', {}],
  ])('of %s: rule %s %s', (key, rule, verdict, facts) => {
    const report = published.find((one) => one.key === key)
    const carried = lines.map((cell) => ({
      cell: { code: byId.get(cell('indicator_version'))?.('indicator_code') ?? '', dimension: cell('dimension') },
      numeral: numeralOf(cell('indicator_version')),
      unitOfCount: byId.get(cell('indicator_version'))?.('unit_of_count') ?? '',
      nature: byId.get(cell('indicator_version'))?.('nature') as Indicator['nature'],
      overTime: byId.get(cell('indicator_version'))?.('over_time') as Indicator['overTime'],
    }))
    const figures = new Map(
      (report?.figures ?? []).map((one) => {
        const code = byId.get(one.indicatorVersion)?.('indicator_code') ?? ''
        return [
          cellKey({ code, dimension: one.dimension }),
          figure(one.raw, numeralOf(one.indicatorVersion), '', 'published'),
        ]
      }),
    )
    if (!report) throw new Error(`No report ${key}`)
    const findings = checkFigures(
      {
        period: report.period,
        lines: carried,
        figures,
        earlier: null,
        history: [],
        peers: null,
        divisor: { units: 24, allUnits: 26 },
        overUnits: new Map(),
      },
      houseRules,
    )
    const found = findings.find((finding) => finding.key.startsWith(rule))
    expect(found?.verdict).toBe(verdict)
    expect(found?.facts).toMatchObject(facts)
  })
})
