import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Teller, Telling, Told } from '#platform/notify/tell.ts'
import { dutyKinds } from '#modules/access/actor.ts'
import { officersOn } from '#modules/access/officers.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { unitsBorn, unitsTouched, type ReorganisationId } from './draft.ts'
import { findReorganisation, type Reorganisation } from './store.server.ts'

/** What is said about a reorganisation, to whom it concerns. */
export const reorganisationTellers: Record<`reorganisation-${'decided' | 'undone' | 'applied'}`, Teller> = {
  'reorganisation-decided': (tx, told) => tellOf(tx, told, (title, day) => `Từ ngày ${day} đơn vị thay đổi: ${title}`),
  'reorganisation-undone': (tx, told) => tellOf(tx, told, (title) => `Đã hoàn tác, đơn vị không thay đổi: ${title}`),
  'reorganisation-applied': (tx, told) => tellOf(tx, told, (title, day) => `Có hiệu lực từ ${day}: ${title}`),
}

async function tellOf(tx: Tx, told: Told, say: (title: string, day: string) => string): Promise<Telling | null> {
  const row = await findReorganisation(tx, { province: told.province, id: told.object as ReorganisationId })
  if (!row?.draft.day) return null
  return {
    title: say(row.draft.title, formatDay(row.draft.day)),
    path: '/desk/sap-xep',
    to: await officersOf(tx, row, told),
  }
}

/** The officers of every unit that it touches or brings into being, each once, whose duty holds on the day of the news. */
async function officersOf(tx: Tx, row: Reorganisation, told: Told): Promise<Telling['to']> {
  const { steps } = row.draft
  const units = new Set<UnitId>(
    steps.flatMap((step) => [...unitsTouched(step), ...unitsBorn(step).map(({ unit }) => unit)]),
  )
  for (const unit of row.written?.opened ?? []) units.add(unit as UnitId)
  const day = dayInVietnam(told.at)
  const found: Telling['to'] = []
  for (const unit of units)
    found.push(...(await officersOn(tx, { province: row.province, unit, kinds: dutyKinds, day })))
  return found
}
