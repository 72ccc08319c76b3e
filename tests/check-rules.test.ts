import { beforeEach, describe, expect, test } from 'vitest'
import { quarterOf, type Period } from '#kernel/period.ts'
import type { Actor } from '#modules/access/actor.ts'
import { addRule, changeRule, resetRule } from '#modules/figures/check-rule-commands.server.ts'
import type { OwnRuleEntry, RuleEntry } from '#modules/figures/check-rule-forms.ts'
import { ruleRefusalText, ruleFieldOf, type RuleRefusal } from '#modules/figures/check-rule-labels.ts'
import { standingOf } from '#modules/figures/kept-rule.ts'
import {
  isExplainedAway,
  rulePage,
  rulesPage,
  tryOwnRule,
  tryRule,
} from '#modules/reporting/check-rule-queries.server.ts'
import { acceptReport, beginReport, submitReport } from '#modules/reporting/commands.server.ts'
import { saveCells } from '#modules/reporting/entry-commands.server.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import { currentTemplate, type ReportId } from '#modules/reporting/report.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy, entries, type Typed } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const leader = () => as(place.people.provinceLeader)
const officer = () => as(place.people.reviewer)
const commune = () => as(place.people.doiCheOfficer)

const words = { cause: '', remedy: '', reason: 'Hội nghị giao ban thống nhất như vậy.' }
const turns: RuleEntry = { ...words, isOn: true, severity: 'asks', numbers: { suspiciousFrom: '50' } }
const own: OwnRuleEntry = {
  ...{ ...words, isOn: true, severity: 'may-explain', numbers: {}, kind: 'part-of-whole' },
  ...{ name: 'Mô hình đăng ký với tỉnh không nhiều hơn mô hình đăng ký', total: 'B01', parts: 'B02', expression: '' },
}

const rows = () =>
  database.asOwner<{ key: string; version: number; origin: string; severity: string | null; is_on: boolean }>(
    'select key, version, origin, severity, is_on from check_rule_version where province_id = $1 order by key, version',
    [place.province],
  )

const stood = async (key: string) => standingOf(doneBy(await rulePage(leader(), key, false)).kept)

async function submitted(
  period: Period,
  typed: Typed,
  unit: UnitId = place.doiChe,
  by: Actor = place.people.doiCheOfficer,
) {
  const id = doneBy(await beginReport(as(by), { unit, template: currentTemplate, period }))
  doneBy(await saveCells(as(by), id, entries(typed)))
  const { report } = doneBy(await reportPage(as(by), id))
  doneBy(await submitReport(as(by), id, report.version))
  return id
}

async function accepted(period: Period, typed: Typed): Promise<ReportId> {
  const id = await submitted(period, typed)
  const { report } = doneBy(await reportPage(officer(), id))
  doneBy(await acceptReport(officer(), id, report.version))
  return id
}

const findingsIn = async (id: ReportId, by = commune()) =>
  (doneBy(await reportPage(by, id)).content?.findings ?? []).map(({ key, verdict }) => `${key} ${verdict}`)

describe('a rule of the house is changed', () => {
  test('its threshold, with the reason; the report that is open is checked by it at once', async () => {
    const id = doneBy(
      await beginReport(commune(), { unit: place.doiChe, template: currentTemplate, period: quarterOf(2026, 3) }),
    )
    doneBy(await saveCells(commune(), id, entries({ E01: '30', E02: '30' })))
    expect(await findingsIn(id)).toContain('Q08:E01 asks')
    doneBy(await changeRule(leader(), 'Q08-E01', 0, turns))
    expect(await findingsIn(id)).toContain('Q08:E01 holds')
    expect(await rows()).toEqual([{ key: 'Q08-E01', version: 1, origin: 'changed', severity: 'asks', is_on: true }])
    const [audit] = await database.asOwner(
      'select kind, object_id, changed from audit where province_id = $1 order by n desc limit 1',
      [place.province],
    )
    expect(audit).toEqual({
      kind: 'check-rule-changed',
      object_id: 'Q08-E01',
      changed: { version: 1, isOn: true, severity: 'asks' },
    })
  })

  test('what was handed in keeps the findings it had', async () => {
    const id = await submitted(quarterOf(2026, 3), { E01: '30', E02: '30' })
    doneBy(await changeRule(leader(), 'Q08-E01', 0, { ...turns, isOn: false }))
    expect(await findingsIn(id, officer())).toContain('Q08:E01 asks')
  })

  test('a heavier one has to be explained before the report is handed in, in the words of the province', async () => {
    const remedy = 'Xin đếm lại theo sổ tiếp dân.'
    doneBy(await changeRule(leader(), 'Q08-E01', 0, { ...turns, severity: 'may-explain', remedy }))
    const id = doneBy(
      await beginReport(commune(), { unit: place.doiChe, template: currentTemplate, period: quarterOf(2026, 3) }),
    )
    doneBy(await saveCells(commune(), id, entries({ E01: '60', E02: '60' })))
    const { report, content } = doneBy(await reportPage(commune(), id))
    const found = content?.findings.find(({ key }) => key === 'Q08:E01')
    expect([found?.verdict, found?.text.remedy]).toEqual([
      'fails',
      'Xin đếm lại theo sổ tiếp dân. Nếu đúng như vậy, nộp kèm lời giải thích.',
    ])
    expect(answerOf(await submitReport(commune(), id, report.version))).toBe('does-not-add-up')
  })

  test.each([
    ['Q08-E01', { numbers: { suspiciousFrom: 'nhiều' } }, 'out-of-range', 'suspiciousFrom'],
    ['Q08-E01', { numbers: { suspiciousFrom: '0' } }, 'out-of-range', 'suspiciousFrom'],
    ['Q08-E01', { numbers: { suspiciousFrom: '20' } }, 'nothing-changed', ''],
    ['Q08-E01', { reason: 'Gọi 0912 345 678' }, 'personal-number', ''],
    ['Q16', { isOn: false, severity: 'must-match' as const, numbers: {} }, 'rule-is-fixed', ''],
    ['Q16', { severity: 'asks' as const, numbers: {} }, 'rule-is-fixed', ''],
    ['Q11-D02', { numbers: { low: '10', high: '5' } }, 'bounds-crossed', 'low'],
    ['Q11-D02', { numbers: { low: '', high: '' } }, 'no-bound', 'low'],
  ])('%s with %j is refused: %s', async (key, change, code, field) => {
    const outcome = await changeRule(leader(), key, 0, { ...turns, ...change })
    expect(answerOf(outcome)).toBe(code)
    expect(fieldOf(outcome)).toBe(field)
    expect(await rows()).toEqual([])
  })

  test('a thousand written with its dot is a thousand', async () => {
    doneBy(await changeRule(leader(), 'Q08-E01', 0, { ...turns, numbers: { suspiciousFrom: '1.500' } }))
    expect((await stood('Q08-E01')).rule).toMatchObject({ suspiciousFrom: 1500 })
    const rounder = { ...turns, numbers: { fewest: '6', perMille: '0,5' } }
    doneBy(await changeRule(leader(), 'Q26', 0, rounder))
    expect((await stood('Q26')).rule).toMatchObject({ fewest: 6, perMille: 0.5 })
  })

  test('two leaders at once: the second is told', async () => {
    const both = await Promise.all([
      changeRule(leader(), 'Q08-E01', 0, turns),
      changeRule(leader(), 'Q08-E01', 0, { ...turns, numbers: { suspiciousFrom: '60' } }),
    ])
    expect(both.map(answerOf).sort()).toEqual(['changed-meanwhile', 'done'])
    expect(answerOf(await changeRule(leader(), 'Q08-E01', 0, turns))).toBe('changed-meanwhile')
    expect(answerOf(await changeRule(leader(), 'Q99', 0, turns))).toBe('not-found')
  })

  test('and taken back to what the house has, every version still there to be read', async () => {
    doneBy(await changeRule(leader(), 'Q08-E01', 0, turns))
    expect((await stood('Q08-E01')).isChanged).toBe(true)
    doneBy(await resetRule(leader(), 'Q08-E01', 1, 'Thử xong'))
    expect(await stood('Q08-E01')).toMatchObject({ isChanged: false, isOn: true, version: 2 })
    expect((await stood('Q08-E01')).rule).toMatchObject({ suspiciousFrom: 20 })
    const { history } = doneBy(await rulePage(leader(), 'Q08-E01', false))
    expect(history.map(({ version, by }) => `${version.version} ${version.origin} ${by}`)).toEqual([
      '2 reset Ngô Văn Đứng',
      '1 changed Ngô Văn Đứng',
    ])
    expect(answerOf(await resetRule(leader(), 'Q08-E01', 2, 'Lần nữa'))).toBe('nothing-changed')
  })
})

function fieldOf(outcome: { ok: boolean; refusal?: RuleRefusal }): string {
  if (!outcome.refusal) throw new Error('Not refused')
  expect(ruleRefusalText(outcome.refusal)).toMatch(/[.]$/)
  return ruleFieldOf(outcome.refusal)
}

describe('a rule of the province’s own', () => {
  test('is the next of its codes, and every commune is checked by it', async () => {
    expect(doneBy(await addRule(leader(), own))).toBe('T01')
    expect(
      doneBy(
        await addRule(leader(), {
          ...own,
          name: 'Khác',
          kind: 'ratio-bounds',
          expression: 'D02/D01',
          numbers: { low: '10', high: '' },
        }),
      ),
    ).toBe('T02')
    const id = doneBy(
      await beginReport(commune(), { unit: place.doiChe, template: currentTemplate, period: quarterOf(2026, 3) }),
    )
    doneBy(await saveCells(commune(), id, entries({ B02: '5', B01: '3', D02: '20', D01: '5' })))
    expect(await findingsIn(id)).toEqual(expect.arrayContaining(['T01:B02-B01 fails', 'T02:D02-D01 fails']))
    doneBy(await changeRule(leader(), 'T01', 1, { ...turns, severity: 'asks', numbers: {} }))
    expect(await findingsIn(id)).toContain('T01:B02-B01 asks')
  })

  test.each([
    ['puts lượt and người together', { total: 'E01', parts: 'E02' }, 'units-mixed', 'parts'],
    ['names an unknown cell', { parts: 'ZZ9' }, 'not-cells', 'parts'],
    ['cannot be read', { total: 'D03 +' }, 'not-cells', 'total'],
    ['is a calculation where a cell is asked for', { parts: 'D01 / D03' }, 'not-cells', 'parts'],
    ['has one part', { kind: 'total-of-parts' as const }, 'not-cells', 'parts'],
    ['has its total among its parts', { parts: 'B01' }, 'not-cells', 'parts'],
    [
      'has a formula that counts nothing',
      { kind: 'ratio-bounds' as const, expression: 'E01 + E02', numbers: { low: '1', high: '' } },
      'not-a-measure',
      'expression',
    ],
    ['has no bound', { kind: 'ratio-bounds' as const, expression: 'D02/D01', numbers: {} }, 'no-bound', 'low'],
    ['holds a telephone number', { name: 'Hỏi 0912 345 678' }, 'personal-number', ''],
  ])('one that %s is refused', async (_, change, code, field) => {
    const outcome = await addRule(leader(), { ...own, ...change })
    expect(answerOf(outcome)).toBe(code)
    expect(fieldOf(outcome)).toBe(field)
    expect(await rows()).toEqual([])
  })

  test('is there once: its name is taken, and there is nothing of the house to take it back to', async () => {
    doneBy(await addRule(leader(), own))
    expect(answerOf(await addRule(leader(), own))).toBe('name-taken')
    expect(answerOf(await resetRule(leader(), 'T01', 1, 'Thôi'))).toBe('not-found')
  })
})

describe('a change is tried on the accepted reports of a year', () => {
  const lastYear = quarterOf(2025, 4)

  test('what would be told too, what no longer, in the words of the finding; nothing is written', async () => {
    await accepted(lastYear, { E01: '30', E02: '30' })
    await accepted(quarterOf(2026, 1), { E01: '70', E02: '70' })
    await submitted(quarterOf(2026, 2), { E01: '90', E02: '90' })
    const trial = doneBy(await tryRule(officer(), 'Q08-E01', turns))
    expect([trial.reports, trial.before, trial.after]).toEqual([2, 2, 1])
    expect(trial.less.map(({ unitName, period }) => `${unitName} ${period.to}`)).toEqual(['Xã Đồi Chè 2025-12-31'])
    expect(trial.same.map(({ text }) => text.heading)).toEqual(['70 lượt bằng đúng 70 người'])
    expect(trial.more).toEqual([])
    expect(await rows()).toEqual([])
    const { past } = doneBy(await rulePage(officer(), 'Q08-E01', true))
    expect(past?.findings.map(({ key }) => key)).toEqual(['Q08:E01', 'Q08:E01'])
  })

  test('a new rule too, and a rule about earlier periods with the periods before the year', async () => {
    await accepted(quarterOf(2025, 3), { B06: '9' })
    await accepted(lastYear, { B06: '4', B02: '5', B01: '3' })
    const trial = doneBy(await tryOwnRule(officer(), own))
    expect(trial.more.map(({ text }) => text.heading)).toEqual(['B02 lớn hơn B01'])
    const { past } = doneBy(await rulePage(officer(), 'Q13', true))
    expect(past?.findings.map(({ text }) => text.heading)).toEqual(['B06 giảm 5 mô hình'])
  })

  test('says what is wrong with it as saving it would', async () => {
    expect(answerOf(await tryRule(officer(), 'Q16', { ...turns, isOn: false, numbers: {} }))).toBe('rule-is-fixed')
    expect(answerOf(await tryOwnRule(officer(), { ...own, parts: 'ZZ9' }))).toBe('not-cells')
    expect(answerOf(await tryRule(officer(), 'Q99', turns))).toBe('not-found')
  })
})

test('the list says how often a rule was told in what was handed in, and how often it was explained away', async () => {
  await submitted(quarterOf(2026, 2), { E01: '30', E02: '30' })
  const { lines } = doneBy(await rulesPage(officer()))
  const atWork = new Map(lines.map(({ kept, atWork }) => [kept.key, atWork]))
  expect(atWork.get('Q08-E01')).toEqual({ told: 1, explained: 0 })
  expect(atWork.get('Q06-K01')).toEqual({ told: 0, explained: 0 })
  expect(doneBy(await rulesPage(commune())).lines.every(({ atWork: shown }) => shown === null)).toBe(true)
  expect(isExplainedAway({ told: 10, explained: 9 })).toBe(true)
  expect(isExplainedAway({ told: 4, explained: 4 })).toBe(false)
  expect(isExplainedAway({ told: 10, explained: 4 })).toBe(false)
})

describe('who may', () => {
  const may = async (actor: Actor): Promise<string> => {
    const answers = [
      answerOf(await rulesPage(as(actor))),
      answerOf(await tryRule(as(actor), 'Q08-E01', turns)),
      answerOf(await changeRule(as(actor), 'Q08-E01', 0, turns)),
      answerOf(await addRule(as(actor), own)),
      answerOf(await resetRule(as(actor), 'Q08-E01', 1, 'Thôi')),
    ]
    return answers.join(' ')
  }
  const no = 'forbidden'
  test.each([
    ['provinceLeader', 'done done done done done'],
    ['reviewer', `done done ${no} ${no} ${no}`],
    ['doiCheLeader', `done ${no} ${no} ${no} ${no}`],
    ['doiCheOfficer', `done ${no} ${no} ${no} ${no}`],
    ['administrator', `${no} ${no} ${no} ${no} ${no}`],
  ] as const)('%s: read, try, change, add, take back: %s', async (person, answers) => {
    expect(await may(place.people[person])).toBe(answers)
  })

  test('another province keeps its own', async () => {
    doneBy(await addRule(leader(), own))
    doneBy(await changeRule(leader(), 'Q08-E01', 0, turns))
    const other = as(place.people.otherProvinceLeader)
    expect(answerOf(await rulePage(other, 'T01', true))).toBe('not-found')
    expect(standingOf(doneBy(await rulePage(other, 'Q08-E01', true)).kept).isChanged).toBe(false)
    expect(answerOf(await changeRule(other, 'T01', 1, turns))).toBe('not-found')
  })

  test('a commune reads a rule and its reasons, not where it spoke', async () => {
    doneBy(await changeRule(leader(), 'Q08-E01', 0, turns))
    const page = doneBy(await rulePage(commune(), 'Q08-E01', true))
    expect([page.past, page.atWork, page.history[0]?.by]).toEqual([null, null, 'lãnh đạo tỉnh'])
  })
})
