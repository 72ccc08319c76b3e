import { newId, type Id } from '#kernel/ids.ts'
import type { Actor, DutyKind } from '#modules/access/actor.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { TestDatabase } from './database.ts'

export type TestCommune = { unit: UnitId; name: string; officer: Actor; leader: Actor }

/** An invented province of a hundred communes, with an officer and a leader in each, and three people above them. */
export type HundredCommunes = {
  province: UnitId
  communes: readonly TestCommune[]
  officer: Actor
  colleague: Actor
  leader: Actor
}

/** Settles the province with four statements, however many communes it has. */
export async function settleHundred(database: TestDatabase, howMany = 100): Promise<HundredCommunes> {
  const province = newId<'Unit'>()
  const actor = (unit: UnitId, duty: DutyKind, name: string): Actor => ({
    ...{ account: newId<'Account'>(), name, duty, unit, province },
  })
  const communes = Array.from({ length: howMany }, (_, index): TestCommune => {
    const unit = newId<'Unit'>()
    const officer = actor(unit, 'commune-officer', `Cán bộ ${index}`)
    return { unit, name: nameOf(index), officer, leader: actor(unit, 'commune-leader', `Lãnh đạo ${index}`) }
  })
  const above = {
    officer: actor(province, 'province-officer', 'Phạm Văn Duyệt'),
    colleague: actor(province, 'province-officer', 'Bùi Thị Soát'),
    leader: actor(province, 'province-leader', 'Ngô Văn Đứng'),
  }
  await insertUnits(database, province, communes)
  await insertPeople(database, [...Object.values(above), ...communes.flatMap((one) => [one.officer, one.leader])])
  return { province, communes, ...above }
}

const first = ['Suối', 'Đồi', 'Bến', 'Cầu', 'Khe', 'Nà', 'Gò', 'Vườn', 'Rừng', 'Đồng']
const second = ['Chè', 'Quế', 'Mây', 'Trám', 'Sim', 'Vải', 'Sen', 'Gạo', 'Lim', 'Ngô']

function nameOf(index: number): string {
  return `Xã ${first[Math.floor(index / 10) % 10]} ${second[index % 10]}`
}

async function insertUnits(database: TestDatabase, province: UnitId, communes: readonly TestCommune[]): Promise<void> {
  const units: Id<'Unit'>[] = [province, ...communes.map(({ unit }) => unit)]
  await database.asOwner(
    `insert into unit (id, code) select id, 'nam-' || n from unnest($1::uuid[]) with ordinality as one (id, n)`,
    [units],
  )
  await database.asOwner(
    `insert into unit_version (unit_id, valid, name, kind, level, parent_id, province_id)
     select id, '(,)', name, case when id = $3 then 'province' else 'commune' end,
            case when id = $3 then 'province' else 'commune' end, case when id = $3 then null else $3 end, $3
     from unnest($1::uuid[], $2::text[]) as one (id, name)`,
    [units, ['Tỉnh Trăm Xã', ...communes.map(({ name }) => name)], province],
  )
  // Registers kept in memory are read again.
  await database.asOwner('update territory_clock set n = n + 1')
}

async function insertPeople(database: TestDatabase, people: readonly Actor[]): Promise<void> {
  const column = (of: (actor: Actor) => string): string[] => people.map(of)
  await database.asOwner(
    `insert into account (province_id, id, unit_id, sign_in_name, display_name, auth_user_id, last_active_at, created_at)
     select province, id, unit, 'nam.' || n, name, id, now(), now()
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) with ordinality as one (province, id, unit, name, n)`,
    [column((one) => one.province), column((one) => one.account), column((one) => one.unit), column((one) => one.name)],
  )
  await database.asOwner(
    `insert into duty (province_id, id, account_id, unit_id, kind, valid)
     select province, gen_random_uuid(), account, unit, kind, '[2025-07-01,)'
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as one (province, account, unit, kind)`,
    [column((one) => one.province), column((one) => one.account), column((one) => one.unit), column((one) => one.duty)],
  )
}

/** Does work for each of many, a few at a time: as many as the pool has connections. */
export async function inLanes<One>(items: readonly One[], work: (item: One, index: number) => Promise<void>) {
  let next = 0
  async function lane(): Promise<void> {
    for (let at = next++; at < items.length; at = next++) await work(items[at] as One, at)
  }
  await Promise.all(Array.from({ length: 4 }, lane))
}
