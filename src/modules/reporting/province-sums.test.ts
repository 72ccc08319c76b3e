import { beforeEach, describe, expect, test } from 'vitest'
import { quarterOf, type Period } from '#kernel/period.ts'
import { add, quantity, zero, type Quantity } from '#kernel/quantity.ts'
import type { Actor } from '#modules/access/actor.ts'
import { amountOf, formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, entries, now, quarter, type Typed, submitNow } from '../../../tests/support/reports.ts'
import { acceptReport, publishReport, recallReport, returnReport } from './commands.server.ts'
import { saveCells } from './entry-commands.server.ts'
import type { ContentLine } from './content.ts'
import { districtPage, provincePage } from './province-queries.server.ts'
import { reportPage } from './queries.server.ts'

const database = useDatabase()
const { as, begun, typed, submitted, accepted, published, versionOf } = desk(database)
let place: TestProvince
let reviewer: Actor
beforeEach(async () => {
  place = await settleProvince(database)
  reviewer = place.people.reviewer
})

function shown(lines: ContentLine[], key: string): string {
  const line = lines.find((one) => cellKey(one.cell) === key)
  if (!line) return 'no line'
  return `${formatValue(line.figure.value, line.numeral)} / ${line.unitsCounted ?? '–'}`
}

async function total(key: string, period: Period = quarter): Promise<string> {
  return shown(doneBy(await provincePage(as(reviewer), period)).lines, key)
}

const accept = (who: keyof TestProvince['people'], texts: Typed, period?: Period) =>
  accepted(place.people[who], reviewer, texts, period)

describe('the total of a province', () => {
  test('moves with the acceptance, at the next look, and with nothing before it', async () => {
    await accept('benDoOfficer', { F01: '40' })
    const id = await typed(place.people.doiCheOfficer, { F01: '100' })
    expect(await total('F01')).toBe('40 / 1')
    doneBy(await submitNow(as(place.people.doiCheOfficer), id))
    expect(await total('F01')).toBe('40 / 1')
    doneBy(await acceptReport(as(reviewer), id, await versionOf(id)))
    expect(await total('F01')).toBe('140 / 2')
    doneBy(await publishReport(as(reviewer), id, await versionOf(id)))
    expect(await total('F01')).toBe('140 / 2')
  })

  test('a report that was sent back or taken back does not count', async () => {
    const sentBack = await submitted(place.people.doiCheOfficer, { F01: '100' })
    const question = [{ cell: { code: 'F01', dimension: '' }, text: 'Có đúng một trăm không?' }]
    doneBy(await returnReport(as(reviewer), sentBack, await versionOf(sentBack), question))
    const takenBack = await submitted(place.people.benDoOfficer, { F01: '40' })
    doneBy(await recallReport(as(place.people.benDoOfficer), takenBack, await versionOf(takenBack)))
    expect(await total('F01')).toBe('chưa có số / 0')
  })

  test('says how many communes are in it, of how many', async () => {
    await accept('doiCheOfficer', { F01: '100', D01: '0', F09: 'không áp dụng' })
    await accept('benDoOfficer', { F01: 'trên 40', D01: '0', F09: 'không áp dụng' })
    await accept('choMoiOfficer', { F01: '', F06: 'không áp dụng' })
    const page = doneBy(await provincePage(as(reviewer), quarter))
    expect([page.counted, page.expected]).toEqual([3, 4])
    expect(['F01', 'D01', 'F09', 'F06'].map((key) => shown(page.lines, key))).toEqual([
      'trên 140 / 2',
      '0 / 2',
      'không áp dụng / 0',
      'không áp dụng / 0',
    ])
  })

  test('procedures that every commune lists alike are not added up', async () => {
    await accept('doiCheOfficer', { F14: '266' })
    await accept('benDoOfficer', { F14: '266' })
    expect(await total('F14')).toBe('chưa có số / –')
  })

  test('another province is not in it, nor another quarter, nor the province’s own report', async () => {
    await accept('doiCheOfficer', { F01: '100' })
    await accepted(place.people.otherOfficer, place.people.otherReviewer, { F01: '7' })
    await accept('doiCheOfficer', { F01: '9' }, quarterOf(2026, 2))
    await accepted(reviewer, place.people.provinceLeader, { A10: '3' })
    expect(await total('F01')).toBe('100 / 1')
    expect(await total('A10')).toBe('chưa có số / 0')
    const [line] = doneBy(await provincePage(as(reviewer), quarter)).lines.filter((one) => one.cell.code === 'F01')
    expect(line?.previous && formatValue(line.previous)).toBe('9')
  })

  test('the average of rural criteria divides by the xã that gave them, not by wards, even when a ward wrote 0', async () => {
    await accept('doiCheOfficer', { I01: '15', I02: '15' })
    await accept('benDoOfficer', { I01: '18', I02: '18' })
    await accept('cauGoOfficer', { F01: '5' })
    await accept('choMoiOfficer', { I01: '0' })
    expect([await total('I01'), await total('I02')]).toEqual(['33 / 3', '16,5 / 2'])
    const own = await begun(reviewer)
    const content = doneBy(await reportPage(as(reviewer), own)).content
    expect(content?.findings.find((finding) => finding.rule === 'Q04')).toMatchObject({ verdict: 'holds' })
  })

  test('Q24: a rate is Σ on time / Σ settled; the 50 % between 90 % and 10 % is nowhere', async () => {
    await accept('doiCheOfficer', { F05: '50', F06: '40', F07: '10', F10: '90' })
    await accept('benDoOfficer', { F05: '0', F06: '1', F07: '9', F10: '10' })
    await accept('cauGoOfficer', { B01: '8', B13: '2', B14: '25', E04: '12', E05: '13', E06: '92,3' })
    await accept('choMoiOfficer', { B01: '2', B13: '2', B14: '100', E04: '1', E05: '13', E06: '7,7' })
    expect([await total('F10'), await total('B14'), await total('E06')]).toEqual(['82,73 / 2', '40 / 2', '50 / 2'])
    const own = await begun(reviewer)
    const content = doneBy(await reportPage(as(reviewer), own)).content
    expect(content?.findings.filter((finding) => finding.rule === 'Q25').map(({ verdict }) => verdict)).toEqual([
      'holds',
      'holds',
      'holds',
    ])
  })

  test('a ward that wrote rural criteria is asked about and holds nobody up', async () => {
    await accept('doiCheOfficer', { I01: '15' })
    await accept('choMoiOfficer', { I01: '12' })
    const own = await begun(reviewer)
    const content = doneBy(await reportPage(as(reviewer), own)).content
    expect(content?.findings.find((finding) => finding.rule === 'Q04')).toMatchObject({ verdict: 'asks' })
    expect(answerOf(await submitNow(as(reviewer), own))).toBe('done')
  })
})

describe('the province’s own report', () => {
  test('carries the sums, and a typed figure stands against them with an explanation', async () => {
    await accept('doiCheOfficer', { F01: '100' })
    await accept('benDoOfficer', { F01: '40' })
    const own = await begun(reviewer)
    const read = async () => doneBy(await reportPage(as(reviewer), own)).content
    const sums = await read()
    expect(sums?.units).toEqual({ expected: 4, counted: 2 })
    expect(shown(sums?.lines ?? [], 'F01')).toBe('140 / 2')
    doneBy(await saveCells(as(reviewer), own, entries({ F01: '150' })))
    const stated = await read()
    expect(shown(stated?.lines ?? [], 'F01')).toBe('150 / –')
    expect(stated?.findings.find((finding) => finding.key === 'Q12:F01')).toMatchObject({
      verdict: 'fails',
      explainable: true,
    })
    doneBy(await saveCells(as(reviewer), own, entries({ F01: '' }, { F01: '150' })))
    expect(shown((await read())?.lines ?? [], 'F01')).toBe('140 / 2')
  })

  test('once submitted it does not move when another commune is accepted', async () => {
    await accept('doiCheOfficer', { F01: '100' })
    const own = await submitted(reviewer)
    await accept('benDoOfficer', { F01: '40' })
    const seen = doneBy(await reportPage(as(place.people.provinceLeader), own)).content
    expect(shown(seen?.lines ?? [], 'F01')).toBe('100 / 1')
    expect(await total('F01')).toBe('140 / 2')
  })
})

describe('territory of the last day', () => {
  const before = quarterOf(2025, 2)
  const after = quarterOf(2025, 3)

  test('a commune that ended counts for its last quarter and not after it', async () => {
    await accept('kheVangOfficer', { F01: '30' }, before)
    await accept('doiCheOfficer', { F01: '100' }, before)
    await accept('doiCheOfficer', { F01: '200' }, after)
    expect([await total('F01', before), await total('F01', after)]).toEqual(['130 / 2', '200 / 1'])
    const page = doneBy(await provincePage(as(reviewer), after))
    expect(page.expected).toBe(4)
    expect(page.units.map((one) => one.unit.name)).not.toContain('Xã Khe Vắng')
  })

  test('in a year that runs over 1 July it is named as ended and does not count', async () => {
    const year: Period = { regime: 'year', from: before.from, to: before.to }
    const whole = { ...year, from: quarterOf(2025, 1).from, to: quarterOf(2025, 4).to }
    // Typed into the ledger by whatever road, its figure stays its own.
    const id = await accept('doiCheOfficer', { F01: '100' }, whole)
    await database.asOwner(
      `insert into report select province_id, gen_random_uuid(), $2, template_version, regime, period_from, period_to,
         origin, '', '', 'accepted', 1, created_at, changed_at from report where id = $1`,
      [id, place.kheVang],
    )
    await database.asOwner(
      `insert into figure_value select province_id, $2, indicator_version, dimension, period_from, period_to, state, qualifier,
         amount, raw, note, basis, changed_at, changed_by, set_id from figure_value where unit_id = $1`,
      [place.doiChe, place.kheVang],
    )
    const page = doneBy(await provincePage(as(reviewer), whole))
    expect(shown(page.lines, 'F01')).toBe('100 / 1')
    expect([page.counted, page.expected]).toEqual([1, 4])
    expect(page.units.filter((one) => one.status === 'unit-ended').map((one) => one.unit.name)).toEqual(['Xã Khe Vắng'])
  })

  test('a district sums its communes until 30 June 2025 and is gone the day after', async () => {
    await accept('doiCheOfficer', { F01: '100' }, before)
    await accept('kheVangOfficer', { F01: '30' }, before)
    await accept('cauGoOfficer', { F01: '7' }, before)
    const page = doneBy(await districtPage(as(reviewer), before, place.district))
    expect(page.unit.name).toBe('Huyện Lá Xanh')
    expect([page.counted, page.expected, shown(page.lines, 'F01')]).toEqual([2, 4, '130 / 2'])
    expect(doneBy(await provincePage(as(reviewer), before)).districts).toMatchObject([
      { unit: { name: 'Huyện Lá Xanh' }, counted: 2, expected: 4 },
    ])
    expect(await total('F01', before)).toBe('137 / 3')
    expect(answerOf(await districtPage(as(reviewer), after, place.district))).toBe('not-found')
    expect(doneBy(await provincePage(as(reviewer), after)).districts).toEqual([])
  })

  test.each([
    ['doiCheOfficer', 'forbidden', 'forbidden'],
    ['administrator', 'forbidden', 'forbidden'],
    ['provinceLeader', 'done', 'done'],
    ['otherReviewer', 'done', 'not-found'],
  ] as const)('%s: the board %s, the district %s', async (who, board, district) => {
    await accept('doiCheOfficer', { F01: '100' }, before)
    const ctx = as(place.people[who])
    const page = await provincePage(ctx, before)
    expect(answerOf(page)).toBe(board)
    if (page.ok && who === 'otherReviewer') expect(shown(page.value.lines, 'F01')).toBe('chưa có số / 0')
    expect(answerOf(await districtPage(ctx, before, place.district))).toBe(district)
  })
})

test('the board shows every quarter of every commune, and only what was submitted there', async () => {
  await published(place.people.doiCheOfficer, reviewer, {}, quarterOf(2025, 4))
  await typed(place.people.doiCheOfficer, { E01: '777', E02: '777' })
  await submitted(place.people.benDoOfficer, { E01: '50', E02: '50' })
  const page = doneBy(await provincePage(as(reviewer), quarter))
  expect(page.odd).toMatchObject([{ unitName: 'Xã Bến Đò', heading: '50 lượt bằng đúng 50 người', explained: false }])
  expect(page.matrix.cells.get(place.doiChe)).toEqual([
    ...['not-begun', 'not-begun', 'not-begun', 'not-begun'],
    ...['published', 'not-begun', 'not-begun', 'draft'],
  ])
})

/** A small generator of our own, so that a failing run can be run again. */
function diceOf(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

test.each([1, 2, 3])('after random reports the sums are those of a sheet of paper (seed %i)', async (seed) => {
  const dice = diceOf(seed)
  const codes = ['D01', 'D02', 'D03', 'H01', 'B18', 'A01', 'I03', 'K04']
  const officers = ['doiCheOfficer', 'benDoOfficer', 'cauGoOfficer', 'choMoiOfficer'] as const
  const texts = (code: string): string =>
    [
      '',
      '0',
      'không áp dụng',
      `${dice(1000)}`,
      `${1 + dice(9)}.${100 + dice(899)}`,
      code === 'I03' ? `giảm ${1 + dice(5)}` : `trên ${1 + dice(50)}`,
    ][dice(6)] ?? ''
  const paper = new Map<string, { sum: Quantity; units: number }>()
  for (const who of officers) {
    const form: Typed = Object.fromEntries(codes.map((code) => [code, texts(code)]))
    const step = dice(4)
    if (step === 0) await typed(place.people[who], form)
    if (step === 1) await submitted(place.people[who], form)
    if (step < 2) continue
    const id = await accept(who, form)
    const content = doneBy(await reportPage(as(reviewer, now), id)).content
    for (const line of content?.lines ?? []) {
      const amount = line.figure.value.state === 'not-applicable' ? null : amountOf(line.figure.value)
      if (amount === null) continue
      const known = paper.get(line.cell.code) ?? { sum: zero, units: 0 }
      paper.set(line.cell.code, { sum: add(known.sum, amount), units: known.units + 1 })
    }
  }
  const page = doneBy(await provincePage(as(reviewer), quarter))
  for (const code of codes) {
    const line = page.lines.find((one) => one.cell.code === code)
    const expected = paper.get(code) ?? { sum: quantity(0), units: 0 }
    expect([code, line?.unitsCounted, amountOf(line?.figure.value ?? { state: 'zero' }) ?? zero]).toEqual([
      code,
      expected.units,
      expected.sum,
    ])
  }
})
