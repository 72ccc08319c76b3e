import { newId, type Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { DayKind } from '#kernel/working-days.ts'
import type { Tx } from '#platform/database.ts'
import type { Confirmation, EnteredDay, NoticeVersion } from './year.ts'

type ProvinceId = Id<'Unit'>
/** Whose hand wrote it, as the history prints it. */
export type Writer = { account: Id<'Account'>; name: string; at: Date }

const versionColumns = ['version', 'state', 'number', 'issued_on', 'reason', 'person_name', 'at'] as const

type VersionRow = {
  version: number
  state: string
  number: string
  issued_on: string | null
  reason: string
  person_name: string
  at: Date
}

// The check of the table holds the state to the known words.
function readVersion(row: VersionRow): NoticeVersion {
  return {
    version: row.version,
    state: row.state as NoticeVersion['state'],
    number: row.number,
    issuedOn: row.issued_on ? localDate(row.issued_on) : null,
    reason: row.reason,
    by: row.person_name,
    at: row.at,
  }
}

// FOR UPDATE: two administrators typing the same notice must not both believe that theirs holds.
export async function lockLastVersion(tx: Tx, province: ProvinceId, year: number): Promise<NoticeVersion | null> {
  const row = await tx
    .selectFrom('calendar_notice')
    .select(versionColumns)
    .where('province_id', '=', province)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row ? readVersion(row) : null
}

/** Every version of a year, newest first. */
export async function versionsOfYear(tx: Tx, province: ProvinceId, year: number): Promise<NoticeVersion[]> {
  const rows = await tx
    .selectFrom('calendar_notice')
    .select(versionColumns)
    .where('province_id', '=', province)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(readVersion)
}

export async function daysOfVersion(
  tx: Tx,
  province: ProvinceId,
  year: number,
  version: number,
): Promise<EnteredDay[]> {
  const rows = await tx
    .selectFrom('calendar_notice_day')
    .select(['day', 'kind', 'name', 'pair'])
    .where('province_id', '=', province)
    .where('year', '=', year)
    .where('version', '=', version)
    .orderBy('day')
    .execute()
  return rows.map((row) => ({
    ...{ day: localDate(row.day), kind: row.kind as DayKind, name: row.name },
    pair: row.pair ? localDate(row.pair) : null,
  }))
}

type NewVersion = {
  province: ProvinceId
  year: number
  version: number
  state: NoticeVersion['state']
  number: string
  issuedOn: LocalDate | null
  reason: string
  days: readonly EnteredDay[]
}

/** Answers false when somebody wrote that version meanwhile: the first of a year has no row to lock. */
export async function insertVersion(tx: Tx, notice: NewVersion, writer: Writer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('calendar_notice')
    .values({
      province_id: notice.province,
      year: notice.year,
      version: notice.version,
      state: notice.state,
      number: notice.number,
      issued_on: notice.issuedOn,
      reason: notice.reason,
      account_id: writer.account,
      person_name: writer.name,
      at: writer.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  if (notice.days.length === 0) return true
  const key = { province_id: notice.province, year: notice.year, version: notice.version }
  await tx
    .insertInto('calendar_notice_day')
    .values(notice.days.map((one) => ({ ...key, ...one })))
    .execute()
  return true
}

/** The confirmation of a year that holds on a day; locked, so that it is not ended twice. */
export async function standingConfirmation(
  tx: Tx,
  province: ProvinceId,
  year: number,
  today: LocalDate,
  lock: 'lock' | 'read',
): Promise<(Confirmation & { id: Id<'CalendarConfirmation'> }) | null> {
  const row = await tx
    .selectFrom('calendar_confirmation')
    .select(['id', 'reason', 'until', 'person_name', 'at'])
    .where('province_id', '=', province)
    .where('year', '=', year)
    .where('until', '>=', today)
    .where('ended_at', 'is', null)
    .orderBy('at', 'desc')
    .limit(1)
    .$if(lock === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  return row
    ? {
        ...{ id: row.id as Id<'CalendarConfirmation'>, reason: row.reason, by: row.person_name, at: row.at },
        until: localDate(row.until),
      }
    : null
}

export async function insertConfirmation(
  tx: Tx,
  province: ProvinceId,
  { year, reason, until }: { year: number; reason: string; until: LocalDate },
  writer: Writer,
): Promise<void> {
  await tx
    .insertInto('calendar_confirmation')
    .values({
      ...{ province_id: province, id: newId<'CalendarConfirmation'>(writer.at), year, reason, until },
      ...{ account_id: writer.account, person_name: writer.name, at: writer.at },
    })
    .execute()
}

export async function endConfirmationRow(tx: Tx, province: ProvinceId, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('calendar_confirmation')
    .set({ ended_at: at })
    .where('province_id', '=', province)
    .where('id', '=', id)
    .execute()
}
