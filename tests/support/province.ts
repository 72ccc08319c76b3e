import { newId } from '#kernel/ids.ts'
import type { Actor, DutyKind } from '#modules/access/actor.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { TestDatabase } from './database.ts'

/** Two invented provinces that nobody else in the database shares, with a person in every duty. */
export type TestProvince = {
  province: UnitId
  /** Huyện Lá Xanh, abolished on 1 July 2025 like every district. */
  district: UnitId
  doiChe: UnitId
  benDo: UnitId
  cauGo: UnitId
  /** A township of the district, a ward of the province from 1 July 2025. */
  choMoi: UnitId
  /** Ended with its district. */
  kheVang: UnitId
  other: { province: UnitId; gioLua: UnitId }
  people: Record<keyof typeof duties, Actor>
}

const duties = {
  doiCheOfficer: ['doiChe', 'commune-officer', 'Trần Thị Ổi'],
  doiCheColleague: ['doiChe', 'commune-officer', 'Lê Văn Ngữ'],
  doiCheLeader: ['doiChe', 'commune-leader', 'Đỗ Thị Quế'],
  benDoOfficer: ['benDo', 'commune-officer', 'Hồ Văn Lẫm'],
  cauGoOfficer: ['cauGo', 'commune-officer', 'Vũ Thị Sẵn'],
  choMoiOfficer: ['choMoi', 'commune-officer', 'Mai Văn Chợ'],
  kheVangOfficer: ['kheVang', 'commune-officer', 'Cao Thị Khe'],
  reviewer: ['province', 'province-officer', 'Phạm Văn Duyệt'],
  secondReviewer: ['province', 'province-officer', 'Bùi Thị Soát'],
  provinceLeader: ['province', 'province-leader', 'Ngô Văn Đứng'],
  administrator: ['province', 'administrator', 'Tạ Thị Máy'],
  otherOfficer: ['gioLua', 'commune-officer', 'Lý Văn Gió'],
  otherLeader: ['gioLua', 'commune-leader', 'Kiều Thị Lùa'],
  otherReviewer: ['otherProvince', 'province-officer', 'Đinh Văn Nắng'],
  otherProvinceLeader: ['otherProvince', 'province-leader', 'Hà Thị Vàng'],
  otherAdministrator: ['otherProvince', 'administrator', 'Ông Văn Sửa'],
} as const satisfies Record<string, readonly [string, DutyKind, string]>

let settled = 0

/** Settles two new provinces, so that each test can have its own beside the others in one database. */
export async function settleProvince(database: TestDatabase): Promise<TestProvince> {
  settled += 1
  const ids = {
    province: newId<'Unit'>(),
    district: newId<'Unit'>(),
    doiChe: newId<'Unit'>(),
    benDo: newId<'Unit'>(),
    cauGo: newId<'Unit'>(),
    choMoi: newId<'Unit'>(),
    kheVang: newId<'Unit'>(),
    otherProvince: newId<'Unit'>(),
    gioLua: newId<'Unit'>(),
  }
  await insertUnits(database, ids)
  await insertVersions(database, ids)
  const people = Object.fromEntries(
    Object.entries(duties).map(([key, [unit, duty, name]]): [string, Actor] => [
      key,
      {
        account: newId<'Account'>(),
        name,
        duty,
        unit: ids[unit],
        province: unit === 'gioLua' || unit === 'otherProvince' ? ids.otherProvince : ids.province,
      },
    ]),
  ) as TestProvince['people']
  await insertAccounts(database, people)
  const { otherProvince, gioLua, ...own } = ids
  return { ...own, other: { province: otherProvince, gioLua }, people }
}

type Ids = Record<
  'province' | 'district' | 'doiChe' | 'benDo' | 'cauGo' | 'choMoi' | 'kheVang' | 'otherProvince' | 'gioLua',
  UnitId
>

async function insertUnits(database: TestDatabase, ids: Ids): Promise<void> {
  await database.asOwner('insert into unit (id, code) select * from unnest($1::uuid[], $2::text[])', [
    Object.values(ids),
    Object.keys(ids).map((key) => `thu-${settled}-${key.toLowerCase()}`),
  ])
}

async function insertVersions(database: TestDatabase, ids: Ids): Promise<void> {
  const before = '(,2025-07-01)'
  const since = '[2025-07-01,)'
  const always = '(,)'
  const { province, district, otherProvince } = ids
  const rows: [UnitId, string, string, string, string, UnitId | null, UnitId][] = [
    [province, always, 'Tỉnh Mây Trắng', 'province', 'province', null, province],
    [district, before, 'Huyện Lá Xanh', 'rural-district', 'district', province, province],
    [ids.doiChe, before, 'Xã Đồi Chè', 'commune', 'commune', district, province],
    [ids.doiChe, since, 'Xã Đồi Chè', 'commune', 'commune', province, province],
    [ids.benDo, before, 'Xã Bến Đò', 'commune', 'commune', district, province],
    [ids.benDo, since, 'Xã Bến Đò', 'commune', 'commune', province, province],
    [ids.cauGo, always, 'Xã Cầu Gỗ', 'commune', 'commune', province, province],
    [ids.choMoi, before, 'Thị trấn Chợ Mới', 'township', 'commune', district, province],
    [ids.choMoi, since, 'Phường Chợ Mới', 'ward', 'commune', province, province],
    [ids.kheVang, before, 'Xã Khe Vắng', 'commune', 'commune', district, province],
    [otherProvince, always, 'Tỉnh Nắng Vàng', 'province', 'province', null, otherProvince],
    [ids.gioLua, always, 'Xã Gió Lùa', 'commune', 'commune', otherProvince, otherProvince],
  ]
  await database.asOwner(
    `insert into unit_version (unit_id, valid, name, kind, level, parent_id, province_id)
     select * from unnest($1::uuid[], $2::daterange[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[])`,
    columnsOf(rows),
  )
  // Registers kept in memory are read again.
  await database.asOwner('update territory_clock set n = n + 1')
}

async function insertAccounts(database: TestDatabase, people: TestProvince['people']): Promise<void> {
  const rows = Object.entries(people).map(([key, actor]) => [
    actor.province,
    actor.account,
    actor.unit,
    key.toLowerCase(),
    actor.name,
    crypto.randomUUID(),
  ])
  await database.asOwner(
    `insert into account (province_id, id, unit_id, sign_in_name, display_name, auth_user_id, last_active_at, created_at)
     select *, now(), now() from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[])`,
    columnsOf(rows),
  )
}

function columnsOf(rows: readonly (readonly unknown[])[]): unknown[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]))
}
