import { newId } from '#kernel/ids.ts'
import { addDays, localDate, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { MovementAuditKind } from './audit-labels.ts'
import { yearCycle, type YearMove } from './cycle.ts'
import { inventInitiatives, type InventedInitiative } from './example.ts'
import type { InitiativeId } from './initiative.ts'
import { insertInitiativeRow, readInitiative } from './store.server.ts'
import { daysAfter, type InitiativeYear, type MadeMove } from './year.ts'
import { countYear } from './year-frame.server.ts'
import { insertMove, insertYear, lockYear, saveYear } from './year-store.server.ts'

const order: readonly YearMove[] = [
  ...(['register', 'approve', 'run', 'score-self', 'appraise', 'recognise', 'choose-outstanding'] as const),
]

/** Writes invented initiatives of some communes, each as far through a year as its story says. */
export async function loadExampleInitiatives(
  db: Db,
  province: UnitId,
  given: { unitCodes: readonly string[]; year: number; lastDay: LocalDate },
  now: Date,
): Promise<void> {
  await inScope(db, { reach: 'province', province }, async (tx) => {
    for (const [at, code] of given.unitCodes.entries()) {
      const unit = (await lastKnownUnit(tx, code))?.unit
      if (!unit) throw new Error(`db/example does not contain ${code}`)
      for (const one of inventInitiatives(at === 0 ? 7 : 3, at * 2))
        await write(tx, { province, unit }, one, given, now)
    }
  })
}

async function write(
  tx: Tx,
  owner: { province: UnitId; unit: UnitId },
  { entry, scope, isNew, upTo }: InventedInitiative,
  { year, lastDay }: { year: number; lastDay: LocalDate },
  at: Date,
): Promise<void> {
  const id = newId<'Initiative'>(at)
  await insertInitiativeRow(tx, { ...owner, id, parent: null, continues: null }, entry, at)
  const first = { ...owner, id: newId<'InitiativeYear'>(at), initiative: id, year, scope, isNew, theme: '' }
  await insertYear(tx, { ...first, state: 'draft' }, at)
  await recordExample(tx, owner, id, 'initiative-drafted', { year, scope, isNew }, at)
  const moves: MadeMove[] = []
  let standing = await lockYear(tx, owner.province, id, year)
  for (const move of upTo === null ? [] : order.slice(0, order.indexOf(upTo) + 1)) {
    if (!standing) throw new Error(`Year ${year} of ${id} was just written`)
    standing = await step(tx, owner, standing, move, moves, lastDay, at)
  }
  const initiative = await readInitiative(tx, owner.province, id)
  if (standing && initiative) await countYear(tx, initiative, standing)
}

async function step(
  tx: Tx,
  owner: { province: UnitId; unit: UnitId },
  year: InitiativeYear,
  move: YearMove,
  moves: MadeMove[],
  lastDay: LocalDate,
  at: Date,
): Promise<InitiativeYear> {
  const to = yearCycle.find((rule) => rule.move === move && rule.from.includes(year.state))?.to
  if (!to) throw new Error(`The example makes ${move} from ${year.state}`)
  // Within the quarter that has not ended: the reports of the example stay as they were told.
  const { month } = partsOf(lastDay)
  const quarter = String(month - ((month - 1) % 3)).padStart(2, '0')
  const planned = addDays(localDate(`${year.year}-${quarter}-01`), moves.length * 5)
  const on = planned < lastDay ? planned : lastDay
  const document = move === 'recognise' ? '12-QĐ/ĐU' : ''
  const made = {
    id: newId<'InitiativeMove'>(at),
    move,
    from: year.state,
    to,
    on,
    reason: '',
    document,
    isCompletion: false,
  }
  moves.push(made)
  await insertMove(tx, year, made, { account: null, at, list: null, undoes: null })
  const next = await saveYear(tx, year, { state: to, days: daysAfter(moves, null) }, at)
  await recordExample(tx, owner, year.initiative, `initiative-${move}`, { year: year.year, from: year.state, to }, at)
  return next
}

async function recordExample(
  tx: Tx,
  owner: { province: UnitId; unit: UnitId },
  id: InitiativeId,
  kind: MovementAuditKind,
  changed: Record<string, string | number | boolean>,
  at: Date,
): Promise<void> {
  await record(tx, { ...owner, account: null, kind, object: { kind: 'initiative', id }, changed, at })
}
