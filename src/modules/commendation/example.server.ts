import { newId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay, partsOf } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { AwardId } from './award.ts'
import { readBook } from './book-store.server.ts'
import { factsOfAward } from './counting.ts'
import { inventAwards, inventedPraise, type InventedAward } from './example.ts'
import { insertCeremony, insertPraise, lockListed, replaceHandedOut } from './list-store.server.ts'
import { findAward, insertAward, insertMove, lockBook, saveMove, setLastNumber } from './store.server.ts'

/** Writes the invented proposals, praise and a ceremony of one commune, so that a newcomer sees each step of an award. */
export async function loadExampleAwards(db: Db, province: UnitId, unitCode: string, now: Date): Promise<void> {
  await inScope(db, { reach: 'province', province }, async (tx) => {
    const unit = (await lastKnownUnit(tx, unitCode))?.unit
    if (!unit) throw new Error(`db/example does not contain ${unitCode}`)
    const owner = { province, unit }
    const granted: AwardId[] = []
    for (const invented of inventAwards(partsOf(dayInVietnam(now)).year)) {
      const id = await write(tx, owner, invented, now)
      if (invented.state === 'decided') granted.push(id)
    }
    await handOut(tx, owner, granted.slice(0, 1), now)
    for (const praise of inventedPraise)
      await insertPraise(tx, { ...owner, id: newId(now) }, { ...praise, day: dayInVietnam(now) }, now)
  })
}

type Owner = { province: UnitId; unit: UnitId }

async function write(tx: Tx, owner: Owner, invented: InventedAward, at: Date): Promise<AwardId> {
  const id = newId<'Award'>(at)
  const source = { kind: 'free', id: null, name: '' } as const
  await insertAward(tx, { ...owner, id, byProvince: false }, invented.entry, source, null, at)
  const award = await findAward(tx, owner.province, id)
  if (!award) throw new Error('An example award was just written')
  const { state, reason } = invented
  if (state !== 'draft') {
    const saved = await saveMove(tx, award, { state, ...(await outcomeOf(tx, owner, invented, at)) }, at)
    const move = state === 'decided' ? 'decide' : state === 'returned' ? 'return' : 'submit'
    await insertMove(tx, award, { move, to: state, reason, account: null, at })
    const form = (await readBook(tx, owner.province)).forms.find((one) => one.code === saved.form)
    const label = `${form?.name ?? ''}: ${saved.recipientKind === 'individual' ? 'cá nhân' : saved.recipient}`
    const counted = { ...owner, kind: 'award' as const, id, day: dayInVietnam(at), label }
    await stateFacts(tx, counted, factsOfAward(saved, form?.countsAs ?? ''))
  }
  const { form, level, line, year, recipientKind } = invented.entry
  const changed = { form, level, line, year, recipientKind }
  await record(tx, { ...owner, account: null, kind: 'award-begun', object: { kind: 'award', id }, changed, at })
  return id
}

async function outcomeOf(tx: Tx, owner: Owner, { state, reason }: InventedAward, at: Date) {
  const today = dayInVietnam(at)
  if (state === 'returned') return { reason }
  if (state !== 'decided') return { submitted_on: today }
  const { year } = partsOf(today)
  const number = (await lockBook(tx, owner.province, owner.unit, year)) + 1
  await setLastNumber(tx, { ...owner, year }, number)
  return {
    ...{ submitted_on: today, received_on: today, voted_on: today, decided_on: today, book_number: number },
    ...{ members: 9, present: 8, votes_for: 8, votes_against: 0, abstentions: 0 },
    decision: `${100 + number}/QĐ-UBND`,
  }
}

async function handOut(tx: Tx, owner: Owner, awards: AwardId[], at: Date): Promise<void> {
  const id = newId<'Ceremony'>(at)
  const day = dayInVietnam(at)
  const name = `Trao giấy khen “Dân vận khéo” ngày ${formatDay(day)}`
  await insertCeremony(tx, { ...owner, id }, { day, name, place: 'Hội trường xã' }, at)
  const listed = await lockListed(tx, 'ceremony', owner.province, id)
  if (listed) await replaceHandedOut(tx, listed, awards, at)
}
