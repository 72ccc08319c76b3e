import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import { writeExpression } from '#modules/figures/expression-text.ts'
import { defineFormula, retireFormula, reviseFormula } from '#modules/figures/formula-commands.server.ts'
import { checkFormula, findCodes, formulaPage, formulasPage } from '#modules/figures/formula-queries.server.ts'
import { formulaRefusalText } from '#modules/figures/formula-labels.ts'
import type { FormulaEntry } from '#modules/figures/formula.ts'
import { measureRefusalText } from '#modules/figures/measure-labels.ts'
import { readMeasures, searchMeasures } from '#modules/figures/measures.server.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const [begins, today] = [localDate('2026-01-01'), localDate('2026-10-07')]
const entry: FormulaEntry = {
  name: 'Tỷ lệ trước hạn',
  text: 'F05 / (F05 + F06 + F07) %',
  reason: 'Hội nghị giao ban của tỉnh hỏi số này mỗi quý.',
  validFrom: begins,
}
const officer = () => as(place.people.reviewer)
const defined = async (change: Partial<FormulaEntry> = {}): Promise<string> =>
  doneBy(await defineFormula(officer(), { ...entry, ...change }))

const rows = () =>
  database.asOwner<{ code: string; version: number; name: string; unit: string }>(
    'select code, version, name, unit_of_count as unit from formula_version where province_id = $1 order by code, version',
    [place.province],
  )

async function read(text: string, on = today, actor: Actor = place.people.doiCheOfficer) {
  return inScope(database.db, scopeOf(actor), (tx) => readMeasures(tx, [text], on, { province: actor.province }))
}

async function told(text: string, on = today, actor?: Actor): Promise<string> {
  const outcome = await read(text, on, actor)
  if (outcome.ok) return outcome.value.map(({ expression }) => writeExpression(expression)).join()
  return outcome.kind === 'refused' ? measureRefusalText(outcome.refusal) : outcome.kind
}

describe('a formula is defined', () => {
  test('under the next code of the province, with what it counts', async () => {
    expect([await defined(), await defined({ name: 'Hồ sơ đã xong', text: 'F05+F06' })]).toEqual(['CT01', 'CT02'])
    expect(await rows()).toEqual([
      { code: 'CT01', version: 1, name: 'Tỷ lệ trước hạn', unit: '%' },
      { code: 'CT02', version: 1, name: 'Hồ sơ đã xong', unit: 'hồ sơ' },
    ])
    expect(doneBy(await defineFormula(as(place.people.otherReviewer), entry))).toBe('CT01')
    const [audit] = await database.asOwner(
      `select kind, object_id, changed from audit where province_id = $1 order by n desc limit 1`,
      [place.province],
    )
    expect(audit).toEqual({ kind: 'formula-defined', object_id: 'CT02', changed: { version: 1, validFrom: begins } })
  })

  test.each([
    ['adds what is counted apart', { text: 'E01 + E02' }, 'not-a-measure'],
    ['names an unknown code', { text: 'F05 + ZZ99' }, 'not-a-measure'],
    ['cannot be read', { text: 'F05 +' }, 'not-a-measure'],
    ['calls its own code to be', { text: 'CT01 + F05' }, 'not-a-measure'],
    ['has a telephone number in its reason', { reason: 'Hỏi chị Lan 0912 345 678' }, 'personal-number'],
  ])('one that %s is refused, and nothing is written', async (_, change, code) => {
    expect(answerOf(await defineFormula(officer(), { ...entry, ...change }))).toBe(code)
    expect(await rows()).toEqual([])
  })

  test('sent twice, or by two at once, it is one: the name is taken', async () => {
    const sent = await Promise.all([
      defineFormula(officer(), entry),
      defineFormula(as(place.people.secondReviewer), entry),
    ])
    expect(sent.map(answerOf).sort()).toEqual(['done', 'name-taken'])
    expect(answerOf(await defineFormula(officer(), { ...entry, name: 'TỶ LỆ TRƯỚC HẠN' }))).toBe('name-taken')
    expect(await rows()).toHaveLength(1)
  })

  test('two with different names at once get two codes', async () => {
    const sent = await Promise.all(
      ['Một', 'Hai', 'Ba', 'Bốn'].map((name) => defineFormula(officer(), { ...entry, name })),
    )
    expect(sent.map(doneBy).sort()).toEqual(['CT01', 'CT02', 'CT03', 'CT04'])
  })

  test.each(['doiCheOfficer', 'doiCheLeader', 'administrator'] as const)('by %s: forbidden', async (who) => {
    expect(answerOf(await defineFormula(as(place.people[who]), entry))).toBe('forbidden')
    expect(await rows()).toEqual([])
  })
})

describe('a formula is revised', () => {
  test('as a new version from its day on; before that day the old one counts', async () => {
    await defined()
    const next = { ...entry, text: '(F05 + F06) / F01 %', validFrom: localDate('2026-07-01') }
    doneBy(await reviseFormula(as(place.people.provinceLeader), 'CT01', 1, next))
    expect(await told('CT01', localDate('2026-06-30'))).toBe('F05 / (F05 + F06 + F07) %')
    expect(await told('CT01', localDate('2026-07-01'))).toBe('(F05 + F06) / F01 %')
    const page = doneBy(await formulaPage(officer(), 'CT01'))
    expect(page.history.map(({ version, by }) => [version.version, by])).toEqual([
      [2, 'Ngô Văn Đứng'],
      [1, 'Phạm Văn Duyệt'],
    ])
    expect(page.codes.map(({ key, unitOfCount }) => [key, unitOfCount])).toEqual([
      ['F05', 'hồ sơ'],
      ['F06', 'hồ sơ'],
      ['F01', 'hồ sơ'],
    ])
  })

  test('into a circle: refused, with the way round', async () => {
    await defined({ name: 'Một', text: 'F05 + F06' })
    await defined({ name: 'Hai', text: 'CT01 + F07' })
    await defined({ name: 'Ba', text: 'CT02 + F05' })
    const outcome = await reviseFormula(officer(), 'CT01', 1, { ...entry, name: 'Một', text: 'CT03 + F05' })
    if (outcome.ok || outcome.kind !== 'refused') throw new Error('refused')
    expect(formulaRefusalText(outcome.refusal)).toBe(
      'Công thức gọi vòng lại chính nó: CT01 → CT03 → CT02 → CT01. Xin bỏ một mã trong vòng này.',
    )
    expect(answerOf(await reviseFormula(officer(), 'CT01', 1, { ...entry, name: 'Một', text: 'CT01' }))).toBe(
      'not-a-measure',
    )
  })

  test('a circle that stands in the tables is found when it is read', async () => {
    await defined({ name: 'Một', text: 'F05 + F06' })
    await defined({ name: 'Hai', text: 'CT01 + F07' })
    await database.asOwner(
      `update formula_version set expression = 'CT02 + F05' where province_id = $1 and code = 'CT01'`,
      [place.province],
    )
    expect(await told('CT02')).toContain('CT02 → CT01 → CT02')
    const { inUse } = doneBy(await formulasPage(officer()))
    expect(inUse.map(({ problem }) => problem !== null)).toEqual([true, true])
    expect(doneBy(await formulaPage(officer(), 'CT01')).line.problem).toContain('CT01 → CT02 → CT01')
  })

  test('so that another one would count nothing: refused, with its code', async () => {
    await defined({ name: 'Một', text: 'F05 + F06' })
    await defined({ name: 'Hai', text: 'CT01 + F07' })
    const outcome = await reviseFormula(officer(), 'CT01', 1, { ...entry, name: 'Một', text: 'E01' })
    if (outcome.ok || outcome.kind !== 'refused') throw new Error('refused')
    expect(formulaRefusalText(outcome.refusal)).toContain(
      'Đổi như vậy thì CT02 không tính được nữa. Không cộng được: E01 tính bằng lượt',
    )
    expect(await rows()).toHaveLength(2)
  })

  test.each([
    ['from an earlier day', 1, { validFrom: localDate('2025-12-31'), text: 'F05' }, 'begins-earlier'],
    ['without a change', 1, {}, 'nothing-changed'],
    ['from an older version', 0, { text: 'F05' }, 'changed-meanwhile'],
    ['under a name that another has', 1, { name: 'khác', text: 'F05' }, 'name-taken'],
  ])('%s: refused', async (_, version, change, code) => {
    await defined()
    await defined({ name: 'Khác', text: 'F06' })
    expect(answerOf(await reviseFormula(officer(), 'CT01', version, { ...entry, ...change }))).toBe(code)
    expect(await rows()).toHaveLength(2)
  })

  test('of another province or of none: not found; by a commune: forbidden', async () => {
    await defined()
    expect(answerOf(await reviseFormula(as(place.people.otherReviewer), 'CT01', 1, entry))).toBe('not-found')
    expect(answerOf(await reviseFormula(officer(), 'CT99', 1, entry))).toBe('not-found')
    expect(answerOf(await reviseFormula(as(place.people.doiCheLeader), 'CT01', 1, entry))).toBe('forbidden')
  })
})

describe('a formula is retired', () => {
  const end = { from: localDate('2026-10-01'), reason: 'Trung ương đã có chỉ tiêu thay.' }

  test('from a day on, with a reason; before that day it still reads', async () => {
    await defined()
    doneBy(await retireFormula(officer(), 'CT01', 1, end))
    expect(await told('CT01', localDate('2026-09-30'))).toBe('F05 / (F05 + F06 + F07) %')
    expect(await told('CT01')).toContain('Công thức CT01 đã ngừng dùng từ ngày 1/10/2026.')
    expect(doneBy(await formulasPage(officer())).retired.map(({ formula }) => formula.retired)).toEqual([end])
    // Its name is free again, its code never is.
    expect(await defined()).toBe('CT02')
  })

  test('while another uses it, too early, or twice: refused', async () => {
    await defined({ name: 'Một', text: 'F05 + F06' })
    await defined({ name: 'Hai', text: 'CT01 + F07' })
    expect(answerOf(await retireFormula(officer(), 'CT01', 1, end))).toBe('in-use')
    expect(answerOf(await retireFormula(officer(), 'CT02', 1, { ...end, from: begins }))).toBe('retires-too-early')
    expect(answerOf(await retireFormula(officer(), 'CT02', 1, { ...end, reason: 'gọi 0912345678' }))).toBe(
      'personal-number',
    )
    doneBy(await retireFormula(officer(), 'CT02', 1, end))
    expect(answerOf(await retireFormula(officer(), 'CT02', 1, end))).toBe('already-retired')
    doneBy(await retireFormula(officer(), 'CT01', 1, end))
  })

  test('by a commune or an administrator: forbidden', async () => {
    await defined()
    for (const who of ['doiCheOfficer', 'administrator'] as const) {
      expect(answerOf(await retireFormula(as(place.people[who]), 'CT01', 1, end))).toBe('forbidden')
    }
  })
})

describe('formulas are used', () => {
  test('by everybody of the province, and by nobody else', async () => {
    await defined()
    expect(await told('CT01')).toBe('F05 / (F05 + F06 + F07) %')
    expect(await told('CT01', today, place.people.otherOfficer)).toContain('Không có chỉ tiêu hay công thức mã CT01.')
    const nobody = await inScope(database.db, { reach: 'public' }, (tx) => readMeasures(tx, ['CT01'], today, null))
    expect(answerOf(nobody)).toBe('not-expanded')
    expect(doneBy(await formulasPage(as(place.people.doiCheOfficer)))).toMatchObject({ inUse: [{}], mayKeep: false })
    expect(answerOf(await formulasPage(as(place.people.administrator)))).toBe('forbidden')
  })

  test('from their day on, and together with indicators in one question', async () => {
    await defined({ validFrom: localDate('2026-12-01') })
    expect(await told('CT01')).toBe(
      'Công thức CT01 chỉ dùng từ ngày 1/12/2026. Xin chọn ngày từ đó trở đi, hoặc ghi thẳng các mã trong công thức.',
    )
    const all = await inScope(database.db, scopeOf(place.people.doiCheOfficer), (tx) =>
      readMeasures(tx, ['F10', 'K01:tập thể', 'F05 / F01 %', 'CT01'], localDate('2026-12-01'), {
        province: place.province,
      }),
    )
    expect(doneBy(all).map(({ key, unitOfCount, numeral }) => [key, unitOfCount, numeral])).toEqual([
      ['F10', '%', 'percent'],
      ['K01:collective', 'giấy khen', 'count'],
      ['F05 / F01 %', '%', 'percent'],
      ['CT01', '%', 'percent'],
    ])
  })

  test('and found by their names without marks, before the indicators', async () => {
    await defined()
    const found = await inScope(database.db, scopeOf(place.people.doiCheOfficer), (tx) =>
      searchMeasures(tx, 'han', today, { province: place.province }),
    )
    expect(found[0]).toEqual({ key: 'CT01', name: 'Tỷ lệ trước hạn', unitOfCount: '%', kind: 'formula' })
    expect(doneBy(await findCodes(as(place.people.doiCheOfficer), 'truoc han'))[0]?.key).toBe('CT01')
  })

  test('are checked before they are saved, and what was typed is read back', async () => {
    await defined({ name: 'Một', text: 'F05 + F06' })
    const check = async (text: string, code: string | null = null) =>
      doneBy(await checkFormula(officer(), text, today, code))
    expect(await check('ct01/F08 %')).toMatchObject({
      ...{ isFine: true, text: 'CT01 / F08 %', unitOfCount: '%' },
      notes: ['Phép chia này lấy số phát sinh trong kỳ so với số có ở cuối kỳ.'],
      codes: [{ key: 'CT01', counts: 'F05 + F06' }, { key: 'F08' }],
    })
    expect(await check('CT01 + E01')).toMatchObject({ isFine: false })
    expect(await check('CT01 + F07', 'CT01')).toEqual({
      isFine: false,
      sentence: 'Công thức gọi vòng lại chính nó: CT01 → CT01. Xin bỏ một mã trong vòng này.',
    })
    expect(answerOf(await checkFormula(as(place.people.doiCheOfficer), 'F05', today, null))).toBe('forbidden')
  })
})
