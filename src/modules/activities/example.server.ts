import { newId } from '#kernel/ids.ts'
import { addDays } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { countDialogue } from './counting.server.ts'
import type { DialogueEntry, DialogueId } from './dialogue.ts'
import { inventDialogues } from './example.ts'
import { writeConversations } from './example-conversations.server.ts'
import { insertDialogue, lockDialogue, saveDialogue } from './store.server.ts'

/** Which invented communes keep a register, and over which days. */
export type ExampleRegisters = {
  /** Whose report over this period is still open: as many meetings as it says, held before its last quarter. */
  open: { unitCode: string; period: Period; before: Period; meetings: number; thematic: number }
  /** Whose report over this period was handed in long ago: it does not move. */
  handedIn: { unitCode: string; period: Period }
}

/** Writes invented dialogues of two communes, so that a newcomer sees a counted figure and a register that came too late. */
export async function loadExampleDialogues(
  db: Db,
  province: UnitId,
  given: ExampleRegisters,
  now: Date,
): Promise<void> {
  await inScope(db, { reach: 'province', province }, async (tx) => {
    const { open, handedIn } = given
    const counting = await unitOf(tx, open.unitCode)
    const days = { from: open.period.from, to: addDays(open.before.from, -1) }
    await write(tx, { province, unit: counting }, inventDialogues(days, open.meetings, open.thematic), now)
    const late = { province, unit: await unitOf(tx, handedIn.unitCode) }
    const written = await write(tx, late, inventDialogues(handedIn.period, 5, 1), now)
    await takeOut(tx, late, written.at(-1), now)
    await writeConversations(tx, late, written.at(-2), now)
  })
}

async function unitOf(tx: Tx, code: string): Promise<UnitId> {
  const unit = await lastKnownUnit(tx, code)
  if (!unit) throw new Error(`db/example does not contain ${code}`)
  return unit.unit
}

async function write(
  tx: Tx,
  owner: { province: UnitId; unit: UnitId },
  entries: DialogueEntry[],
  at: Date,
): Promise<DialogueId[]> {
  const ids: DialogueId[] = []
  for (const entry of entries) {
    const id = newId<'Dialogue'>(at)
    await insertDialogue(tx, { ...owner, id }, entry, at)
    const dialogue = await lockDialogue(tx, owner.province, id)
    if (dialogue) await countDialogue(tx, dialogue)
    const { heldOn, isThematic, attendances, opinions } = entry
    const changed = { heldOn, isThematic, attendances, opinions }
    const object = { kind: 'dialogue', id }
    await record(tx, { ...owner, account: null, kind: 'dialogue-recorded', object, changed, at })
    ids.push(id)
  }
  return ids
}

/** One row stands twice in every register: it shows what taking out looks like. */
async function takeOut(
  tx: Tx,
  owner: { province: UnitId; unit: UnitId },
  id: DialogueId | undefined,
  at: Date,
): Promise<void> {
  const dialogue = id && (await lockDialogue(tx, owner.province, id))
  if (!dialogue) return
  await countDialogue(tx, await saveDialogue(tx, dialogue, { voidReason: 'Ghi trùng với cuộc trước đó' }, at))
  const object = { kind: 'dialogue', id: dialogue.id }
  await record(tx, { ...owner, account: null, kind: 'dialogue-voided', object, changed: {}, at })
}
