import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Database } from '../../../db/schema.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { currentRegister, forgetRegister } from './register.server.ts'
import { predecessorsOf, unitAt, versionsOf } from './register.ts'
import type { UnitId } from './unit.ts'

const database = useDatabase()
const today = localDate('2026-01-01')
let place: TestProvince
let other: pg.Client
beforeAll(async () => {
  place = await settleProvince(database)
  other = new pg.Client({ connectionString: database.url })
  await other.connect()
})
afterAll(() => other.end())
beforeEach(() => forgetRegister())

const ask = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inScope(database.db, { reach: 'public' }, work)
const now = () => ask(currentRegister)
const moveClock = 'update territory_clock set n = n + 1'
const rename = (name: string) =>
  `update unit_version set name = '${name}' where unit_id = '${place.doiChe}' and upper(valid) is null`
const nameNow = async (): Promise<string | undefined> => unitAt(await now(), place.doiChe, today)?.name

describe('the register of a process', () => {
  test('holds every unit and version of the database', async () => {
    const [counted] = await database.asOwner<{ versions: string; units: string }>(
      'select count(*) as versions, count(distinct unit_id) as units from unit_version',
    )
    const register = await now()
    expect(register.table.rows.length).toBe(Number(counted?.versions))
    expect(register.units.length).toBe(Number(counted?.units))
    const [start] = await database.asOwner<{ day: string }>('select begins_on::text as day from register_start')
    expect(register.begins).toBe(start?.day)
    expect(versionsOf(register, place.choMoi)).toMatchObject([
      { name: 'Thị trấn Chợ Mới', until: '2025-06-30', tree: 'state', untilIsKnown: true, officialCode: null },
      { name: 'Phường Chợ Mới', from: '2025-07-01', until: null },
    ])
  })

  test('is the same object while nothing changes', async () => {
    expect(await now()).toBe(await now())
    const [a, b] = await Promise.all([now(), now()])
    expect(a).toBe(b)
  })

  test('another connection changes a name: not seen before it commits, seen by the next question after', async () => {
    const before = await nameNow()
    await other.query('begin')
    await other.query(moveClock)
    await other.query(rename('Xã Đồi Chè Mới'))
    expect(await nameNow()).toBe(before)
    await other.query('commit')
    expect(await nameNow()).toBe('Xã Đồi Chè Mới')
    await other.query(`${moveClock}; ${rename('Xã Đồi Chè')}`)
    expect(await nameNow()).toBe('Xã Đồi Chè')
  })

  test('a reference file loaded again is seen, though the clock stands', async () => {
    const before = await now()
    await database.asOwner(
      `update reference_load set at = now() + interval '1 second' where file = 'reference/unit.csv'`,
    )
    expect(await now()).not.toBe(before)
  })

  test('what a transaction wrote and rolled back is kept by nobody', async () => {
    expect(await nameNow()).toBe('Xã Đồi Chè')
    const writer = new Kysely<Database>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: database.url, max: 1 }) }),
    })
    const rolledBack = await writer
      .transaction()
      .execute(async (tx) => {
        await sql.raw(`${moveClock}; ${rename('Xã Không Bao Giờ')}`).execute(tx)
        expect(unitAt(await currentRegister(tx), place.doiChe, today)?.name).toBe('Xã Không Bao Giờ')
        throw new Error('taken back')
      })
      .catch((error: Error) => error.message)
    expect(rolledBack).toBe('taken back')
    await writer.destroy()
    // The next to move the clock gives out the same number again.
    await other.query(`${moveClock}; ${rename('Xã Đồi Chè Hai')}`)
    expect(await nameNow()).toBe('Xã Đồi Chè Hai')
  })

  test('reads links with the event that made them', async () => {
    const event = newId<'TerritorialEvent'>()
    const born = newId<'Unit'>()
    await database.asOwner(`
      insert into unit (id, code) values ('${born}', 'xa-moi-sinh');
      insert into unit_version (unit_id, valid, name, kind, level, parent_id, province_id, official_code)
      values ('${born}', '[2026-01-01,)', 'Xã Mới Sinh', 'commune', 'commune', '${place.province}', '${place.province}', '99998');
      insert into territorial_event (id, kind, happened_on, aggregation) values ('${event}', 'merge', '2026-01-01', 'forward');
      insert into territorial_link (event_id, from_unit_id, to_unit_id, extent, share_ppm)
      values ('${event}', '${place.kheVang}', '${born}', 'whole', 1000000);
      ${moveClock}`)
    const register = await now()
    expect(predecessorsOf(register, born as UnitId)).toMatchObject([
      {
        from: place.kheVang,
        extent: 'whole',
        share: 1_000_000,
        backShare: null,
        by: { kind: 'merge', on: '2026-01-01' },
      },
    ])
  })
})
