import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'

/** Whose brief it is. */
export type BriefOwner = { province: UnitId; unit: UnitId }

/** The cells that stand in a unit's brief: its own choice, else those of the template. */
export type StoredChoice = { cells: readonly string[]; isOwn: boolean }

/** Holds the unit's choice until the transaction ends: two people who change it come one after the other. */
export async function lockChoice(tx: Tx, owner: BriefOwner, template: string, at: Date): Promise<StoredChoice> {
  const key = { province_id: owner.province, unit_id: owner.unit }
  await tx
    .insertInto('brief_choice')
    .values({ ...key, cells: null, changed_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('brief_choice')
    .select('cells')
    .where('province_id', '=', owner.province)
    .where('unit_id', '=', owner.unit)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { cells: row.cells ?? (await defaultCells(tx, template)), isOwn: row.cells !== null }
}

export async function readChoice(tx: Tx, owner: BriefOwner, template: string): Promise<StoredChoice> {
  const row = await tx
    .selectFrom('brief_choice')
    .select('cells')
    .where('province_id', '=', owner.province)
    .where('unit_id', '=', owner.unit)
    .executeTakeFirst()
  const own = row?.cells ?? null
  return { cells: own ?? (await defaultCells(tx, template)), isOwn: own !== null }
}

/** `null`: the figures of the template again, also those that it will have later. */
export async function saveChoice(tx: Tx, owner: BriefOwner, cells: readonly string[] | null, at: Date): Promise<void> {
  await tx
    .updateTable('brief_choice')
    .set({ cells: cells && [...cells], changed_at: at })
    .where('province_id', '=', owner.province)
    .where('unit_id', '=', owner.unit)
    .execute()
}

async function defaultCells(tx: Tx, template: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('brief_default')
    .select(['indicator_code as code', 'dimension'])
    .where('template_code', '=', template)
    .orderBy('position')
    .execute()
  return rows.map(({ code, dimension }) => (dimension === '' ? code : `${code}:${dimension}`))
}
