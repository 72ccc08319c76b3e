import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf, yearOf, type Period } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { writeFigures, setStanding } from '#modules/figures/commands.server.ts'
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
  const page = await sheetPage(database.db, cube, reader, asked, () => publishedValues(database.db, register, unit, period))
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
    expect(told).toContain(
      '378 ÷ 24 xã = 15,75: Báo cáo ghi 15,75, đúng như vậy. Không chia cho cả 26 đơn vị cấp xã.',
    )
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
    expect(rows.every(({ counted, estimate }) => (counted ?? estimate)?.amount == null)).toBe(true)
    expect(checks.filter(({ verdict }) => verdict === 'fails')).toEqual([])
  })
})
