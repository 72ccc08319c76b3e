import type { Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import { searchText } from '#platform/search-text.ts'
import type { HolderKind, Initiative, InitiativeEntry, InitiativeId } from './initiative.ts'

type InitiativeRow = Awaited<ReturnType<typeof initiativeRow>>

function initiativeRow(tx: Tx, province: Id<'Unit'>, id: InitiativeId) {
  return tx
    .selectFrom('initiative')
    .selectAll()
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One initiative as it stands; null where there is none in scope. */
export async function readInitiative(tx: Tx, province: Id<'Unit'>, id: InitiativeId): Promise<Initiative | null> {
  return initiativeOf(await initiativeRow(tx, province, id))
}

// FOR UPDATE: two officers writing the same initiative must not both believe that theirs stands.
export async function lockInitiative(tx: Tx, province: Id<'Unit'>, id: InitiativeId): Promise<Initiative | null> {
  const row = await tx
    .selectFrom('initiative')
    .selectAll()
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return initiativeOf(row)
}

/** The row of an initiative as the module knows it; a draft that was thrown away is no initiative. */
function initiativeOf(row: InitiativeRow): Initiative | null {
  if (!row || row.discarded_at !== null) return null
  return {
    ...entryOf(row),
    id: row.id as InitiativeId,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    parent: pair(row.parent_province_id, row.parent_id),
    continues: pair(row.continues_province_id, row.continues_id),
    holderItem: row.holder_item as Id<'VaultItem'> | null,
    holderConsents: row.holder_consents,
    isReplicated: row.is_replicated,
    // The checks of the table hold an end to a day, a kind and a reason.
    ended:
      row.ended_on === null
        ? null
        : {
            on: localDate(row.ended_on),
            kind: row.end_kind as 'stopped' | 'merged' | 'handed-over',
            reason: row.end_reason ?? '',
          },
    version: row.version,
    changedAt: row.changed_at,
  }
}

function pair(province: string | null, id: string | null): Initiative['parent'] {
  return province === null || id === null ? null : { province: province as Id<'Unit'>, id: id as InitiativeId }
}

function entryOf(row: NonNullable<InitiativeRow>): InitiativeEntry {
  return {
    name: row.name,
    holderKind: row.holder_kind as HolderKind,
    holder: row.holder,
    mainField: row.main_field,
    tags: row.tags,
    ...{ situation: row.situation, goals: row.goals, content: row.content, area: row.area },
    ...{ lead: row.lead, coordinating: row.coordinating, participating: row.participating },
    ...{ resources: row.resources, timePlan: row.time_plan, outputs: row.outputs },
    sustainability: row.sustainability,
    beganOn: row.began_on === null ? null : localDate(row.began_on),
  }
}

function written(entry: InitiativeEntry) {
  return {
    ...{ name: entry.name, name_folded: fold(entry.name), holder_kind: entry.holderKind, holder: entry.holder },
    ...{ main_field: entry.mainField, tags: [...entry.tags], situation: entry.situation, goals: entry.goals },
    ...{ content: entry.content, area: entry.area, lead: entry.lead, coordinating: entry.coordinating },
    ...{ participating: entry.participating, resources: entry.resources, time_plan: entry.timePlan },
    ...{ outputs: entry.outputs, sustainability: entry.sustainability, began_on: entry.beganOn },
    search_text: searchText([entry.name, entry.holder, entry.area, entry.content, entry.goals].join('\n')),
  }
}

/** Writes an initiative that was not there; answers false where its id stands already. */
export async function insertInitiativeRow(
  tx: Tx,
  of: { province: Id<'Unit'>; unit: Id<'Unit'>; id: InitiativeId } & Pick<Initiative, 'parent' | 'continues'>,
  entry: InitiativeEntry,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('initiative')
    .values({
      ...{ province_id: of.province, id: of.id, unit_id: of.unit },
      ...written(entry),
      ...{ parent_province_id: of.parent?.province ?? null, parent_id: of.parent?.id ?? null },
      ...{ continues_province_id: of.continues?.province ?? null, continues_id: of.continues?.id ?? null },
      ...{ created_at: at, changed_at: at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What may change of an initiative, as its next version. */
export type InitiativeChange = {
  entry?: InitiativeEntry
  holder?: { item: Id<'VaultItem'> | null; consents: boolean }
  end?: { ended: Initiative['ended']; mergedInto: InitiativeId | null }
  isDiscarded?: true
  isReplicated?: boolean
}

export async function saveInitiative(tx: Tx, before: Initiative, change: InitiativeChange, at: Date): Promise<void> {
  const { entry, holder, end, isDiscarded, isReplicated } = change
  await tx
    .updateTable('initiative')
    .set({
      ...(entry && written(entry)),
      ...(holder && { holder_item: holder.item, holder_consents: holder.consents }),
      ...(end && {
        ...{ ended_on: end.ended?.on ?? null, end_kind: end.ended?.kind ?? null },
        ...{ end_reason: end.ended?.reason ?? null, merged_into: end.mergedInto },
      }),
      ...(isDiscarded && { discarded_at: at }),
      ...(isReplicated !== undefined && { is_replicated: isReplicated }),
      version: before.version + 1,
      changed_at: at,
    })
    .where('province_id', '=', before.province)
    .where('id', '=', before.id)
    .execute()
}
