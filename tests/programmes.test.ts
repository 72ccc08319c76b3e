import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { quarterOf, yearOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { writeFigures, setStanding } from '#modules/figures/commands.server.ts'
import { figure } from '#modules/figures/figure.ts'
import type { FigureSetId, SetStanding } from '#modules/figures/figure-set.ts'
import type { IndicatorVersionId } from '#modules/figures/indicator.ts'
import { openCube, type Cube } from '#modules/figures/cube.server.ts'
import type { Reader } from '#modules/figures/cube-rights.ts'
import { sheetPage, type AskedSheet } from '#modules/programmes/queries.server.ts'
import { setOn, setsOn } from '#modules/programmes/sets.server.ts'
import { checkWords, rowWords } from '#modules/programmes/sheet-words.ts'
import { publishedValues } from '#modules/reporting/published-values.server.ts'
import { unitByCode, type Register } from '#modules/territory/register.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { loadPublished } from '../src/example.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'

const database = useDatabase()
const now = new Date('2026-11-22T02:00:00Z')
let cube: Cube
let register: Register

beforeAll(async () => {
  await loadPublished(database.db, now)
  cube = openCube(database.url)
  register = await inScope(database.db, { reach: 'public' }, currentRegister)
})
afterAll(() => cube.close())

function unitCalled(code: string): UnitId {
  const unit = unitByCode(register, code)
  if (!unit) throw new Error(`No unit ${code}`)
  return unit
}

async function sheetFor(set: string, more: Partial<AskedSheet> = {}, reader: Reader = { kind: 'public' }) {
  const unit = more.unit ?? unitCalled('huyen-le-thuy')
  const period = more.period ?? yearOf(2023)
  const asked: AskedSheet = { set, register, unit, period, map: { kind: 'reported' }, counts: 'published', ...more }
  const page = await sheetPage(database.db, cube, reader, asked, () =>
    publishedValues(database.db, register, unit, period),
  )
  if (!page) throw new Error(`No set ${set}`)
  const rows = page.sheet.rows.map((row) => rowWords(row, page.mixtures.get(row.row.key) ?? null, () => 'đơn vị'))
  const text = (key: string): (string | null)[] => {
    const row = rows.find((one) => one.key === key)
    return [row?.counted, row?.estimate, row?.change].map((one) => one?.amount ?? null)
  }
  return { page, rows, text, checks: checkWords(page.sheet) }
}

describe('what Lệ Thủy published of 2023, read as the programmes are', () => {
  test('new rural development: every number in its column', async () => {
    const { text, checks, rows } = await sheetFor('nong-thon-moi')
    expect(text('tieu-chi')).toEqual([null, '378', '+8'])
    expect(text('binh-quan')).toEqual([null, '15,75', null])
    expect(text('khu-dan-cu')).toEqual([null, null, null])
    expect(text('khu-dan-cu-cong-nhan')).toEqual(['7', null, null])
    expect(text('khu-dan-cu-tham-dinh')).toEqual(['1', null, null])
    expect(text('vuon')).toEqual([null, '99', null])
    expect(text('vuon-dat-chuan')).toEqual(['34', null, null])
    expect(text('doan-duong')).toEqual(['3', null, null])
    expect(text('hop-tac-xa')).toEqual(['1', null, null])
    expect(rows.find(({ key }) => key === 'binh-quan')?.notes).toContain('Chia cho 24 xã.')
    const told = checks.map(({ heading, sentence }) => `${heading}: ${sentence}`)
    expect(told).toContain('378 ÷ 24 xã = 15,75: Báo cáo ghi 15,75, đúng như vậy. Không chia cho cả 26 đơn vị cấp xã.')
    expect(told.some((one) => one.includes('Suy ra cuối năm trước là 370'))).toBe(true)
    expect(told.some((one) => one.startsWith('7 và 1: không cộng'))).toBe(true)
  })

  test('OCOP and friendly government: 31 = 23 + 8 with none left, 44 = 13 + 5 + 26', async () => {
    const ocop = await sheetFor('ocop')
    expect(ocop.text('san-pham')[0]).toBe('31')
    expect(ocop.page.sheet.rows.find(({ row }) => row.key === 'nam-sao')?.byDifference).toBe(quantity(0))
    const friendly = await sheetFor('chinh-quyen-than-thien')
    expect(friendly.text('tat-ca')[0]).toBe('44')
    expect(friendly.checks.map(({ heading }) => heading)).toEqual(['44 = 13 + 5 + 26', '26 trên 26'])
  })

  test('of a year nobody reported there is no number, and nothing is said to be wrong', async () => {
    const { rows, checks } = await sheetFor('nong-thon-moi', { period: yearOf(2022) })
    expect(rows.every(({ counted, estimate }) => ((counted ?? estimate)?.amount ?? null) === null)).toBe(true)
    expect(checks.filter(({ verdict }) => verdict === 'fails')).toEqual([])
  })
})

describe('a province whose communes gave counts and estimates', () => {
  let home: TestProvince
  const period = yearOf(2026)
  const officer = (): Reader => ({ kind: 'officer', actor: home.people.reviewer })
  const given: Record<string, Record<string, string>> = {
    doiChe: { I05: '10', I09: '5', I10: '5', F24: '1' },
    benDo: { I05: 'ước 7', I09: '2', I10: '2', F24: '1' },
  }

  async function giveFigures(unit: UnitId, cells: Record<string, string>, standing: SetStanding): Promise<void> {
    await inScope(database.db, scopeOf(home.people.reviewer), async (tx) => {
      const set = {
        ...{ province: home.province, unit, from: period.from, to: period.to },
        ...{ id: newId<'Report'>() as string as FigureSetId, origin: 'entered' as const },
      }
      const writes = Object.entries(cells).map(([code, raw]) => ({
        ...{ indicator: `${code}@1` as IndicatorVersionId, dimension: '', figure: figure(raw, 'count') },
      }))
      await writeFigures(tx, set, writes, { account: null, at: now })
      await setStanding(tx, set, standing)
    })
  }

  beforeAll(async () => {
    home = await settleProvince(database)
    register = await inScope(database.db, { reach: 'public' }, currentRegister)
    await giveFigures(home.doiChe, given.doiChe ?? {}, 'accepted')
    await giveFigures(home.benDo, given.benDo ?? {}, 'accepted')
    await giveFigures(home.cauGo, { I05: '100' }, 'handed-in')
  })

  const sheet = (set: string, more: Partial<AskedSheet> = {}, reader = officer()) =>
    sheetFor(set, { unit: home.province, period, counts: 'accepted', ...more }, reader)

  test('a sum of both is an estimate, and says how much of it was counted', async () => {
    const { text, rows, page } = await sheet('nong-thon-moi')
    expect(text('vuon')).toEqual([null, '17', null])
    expect(rows.find(({ key }) => key === 'vuon')?.notes).toContain(
      'Trong đó số đếm: 10 của 1 đơn vị; số ước: 7 của 1 đơn vị.',
    )
    const speaking = page.units.filter(({ figures }) => figures.get('vuon')?.state === 'known')
    expect(speaking.map(({ unit }) => unit.unit).sort()).toEqual([home.benDo, home.doiChe].sort())
  })

  test('what was handed in counts where it is asked for, and by those who may see it', async () => {
    expect((await sheet('nong-thon-moi', { counts: 'handed-in' })).text('vuon')).toEqual([null, '117', null])
    const neighbour: Reader = { kind: 'officer', actor: home.people.doiCheOfficer }
    expect((await sheet('nong-thon-moi', { unit: home.cauGo, counts: 'open' }, neighbour)).text('vuon')[0]).toBeNull()
    expect((await sheet('ocop', { counts: 'published' }, { kind: 'public' })).text('san-pham')[0]).toBeNull()
  })

  test('a set has versions: a period is read by the one that holds on its last day', async () => {
    await database.asOwner(`update programme_set_version set valid = '(,2026-07-01)' where id = 'ocop@1'`)
    await database.asOwner(`
      insert into programme_set_version (id, set_code, version, valid, name, about, source)
      values ('ocop@2', 'ocop', 2, '[2026-07-01,)', 'OCOP', 'Bản thử', 'bản thử')`)
    await database.asOwner(`
      insert into programme_row (set_version, position, key, kind, indicator_code) values ('ocop@2', 1, 'san-pham', 'stock', 'I09')`)
    expect((await sheet('ocop')).page.set).toMatchObject({ version: 2, rows: [{ key: 'san-pham' }] })
    expect((await sheet('ocop', { period: quarterOf(2026, 1) })).page.set.version).toBe(1)
    const names = await inScope(database.db, { reach: 'public' }, (tx) => setsOn(tx, period.to))
    expect(names.find(({ code }) => code === 'ocop')?.version).toBe(2)
    expect(await inScope(database.db, { reach: 'public' }, (tx) => setOn(tx, 'khong-co', period.to))).toBeNull()
  })

  test('two versions of a set on one day are refused by the database', async () => {
    await expect(
      database.asOwner(`
        insert into programme_set_version (id, set_code, version, valid, name, about, source)
        values ('ocop@3', 'ocop', 3, '[2026-01-01,)', 'OCOP', 'x', 'x')`),
    ).rejects.toThrow('programme_set_has_one_version_a_day')
  })
})
