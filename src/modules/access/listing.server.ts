import { sql } from 'kysely'
import { newId, type Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import {
  columnsOf,
  entriesOf,
  longestList,
  readList,
  type AccountListEntry,
  type ListRow,
  type ListUnit,
} from './account-list.ts'
import type { Actor } from './actor.ts'
import {
  createIdentity,
  dropUnfinished,
  entry,
  lockName,
  newOneTimePassword,
  writeAccount,
} from './administration.server.ts'
import type { ListRefusal } from './labels.ts'
import { rowsOfText } from './list-text.ts'
import { mayAdminister } from './policy.ts'

/** A list as it would be applied: every row with what is wrong with it. */
export type AccountListPreview = { rows: ListRow[]; problems: number }

/** What is handed to a new officer, once. */
export type Invitation = { displayName: string; signInName: string; unitName: string; oneTimePassword: string }

type Answer<Value> = Promise<Outcome<Value, ListRefusal>>

/** Looks through a list and changes nothing. */
export async function previewList(
  access: Access,
  ctx: { actor: Actor; now: Date },
  text: string,
): Answer<AccountListPreview> {
  if (!mayAdminister(ctx.actor, ctx.actor.province)) return forbidden()
  return inScope(access.db, { reach: 'province', province: ctx.actor.province }, (tx) =>
    readAgainst(access, tx, ctx, text),
  )
}

/** Opens every account of a list with its duty, or none: one row that is wrong stops all of them. */
export async function openAccountsOfList(
  access: Access,
  ctx: { actor: Actor; now: Date },
  text: string,
): Answer<{ invitations: Invitation[] }> {
  const preview = await previewList(access, ctx, text)
  if (!preview.ok) return preview
  const names = preview.value.rows.map((row) => row.signInName).sort()
  for (const name of names) await dropUnfinished(access, name)
  return inScope(access.db, { reach: 'province', province: ctx.actor.province }, async (tx) => {
    // In one order, so that two lists with the same names wait for each other.
    for (const name of names) await lockName(tx, name)
    const read = await readAgainst(access, tx, ctx, text)
    if (!read.ok) return read
    const entries = entriesOf(read.value.rows)
    if (!entries) return refused({ code: 'list-has-errors', count: read.value.problems })
    const opened = await openIdentities(access, ctx, entries)
    try {
      await writeAll(tx, ctx, opened)
    } catch (error) {
      // The identities are not in our transaction: left alone they would keep the names taken.
      await dropIdentities(access, opened)
      throw error
    }
    const unitNames = new Map(read.value.rows.map((row) => [row.signInName, row.unit?.name ?? '']))
    return done({
      invitations: opened.map(({ entry: one, oneTimePassword }) => ({
        displayName: one.displayName,
        signInName: one.signInName,
        unitName: unitNames.get(one.signInName) ?? '',
        oneTimePassword,
      })),
    })
  })
}

async function readAgainst(
  access: Access,
  tx: Tx,
  ctx: { actor: Actor; now: Date },
  text: string,
): Answer<AccountListPreview> {
  const rows = rowsOfText(text)
  if (!Array.isArray(rows)) return refused({ code: rows })
  const [header, ...people] = rows
  if (!header || people.length === 0) return refused({ code: 'empty' })
  if (people.length > longestList) return refused({ code: 'list-too-long', count: people.length, most: longestList })
  const { at, missing } = columnsOf(header)
  if (missing.length > 0) return refused({ code: 'columns-missing', missing })
  const today = dayInVietnam(ctx.now)
  const units = await unitsOn(tx, ctx.actor.province, today)
  const taken = await takenNames(
    access,
    people.flatMap((row) => row.cells),
  )
  const read = readList(people, at, { units, taken, today })
  return done({ rows: read, problems: read.filter((row) => row.problems.length > 0).length })
}

async function unitsOn(tx: Tx, province: Id<'Unit'>, today: string): Promise<ListUnit[]> {
  const rows = await tx
    .selectFrom('unit_version')
    .innerJoin('unit', 'unit.id', 'unit_version.unit_id')
    .select(['unit.id', 'unit.code', 'unit_version.name', 'unit_version.level'])
    .where('unit_version.province_id', '=', province)
    .where('unit_version.tree', '=', 'state')
    .where('unit_version.level', 'in', ['province', 'commune'])
    .where(sql<boolean>`unit_version.valid @> ${today}::date`)
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as Id<'Unit'> }))
}

/** Which of the texts of a list are sign-in names that somebody has; names are unique in the whole installation. */
async function takenNames(access: Access, cells: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = [...new Set(cells.map((cell) => cell.toLowerCase()))]
  const rows = await access.identity.authDb
    .selectFrom('user')
    .select(['username'])
    .where('username', 'in', asked)
    .execute()
  return new Set(rows.map((row) => row.username))
}

type Opened = { entry: AccountListEntry; id: Id<'Account'>; userId: string; oneTimePassword: string }

/** A password takes a tenth of a second of one core to hash: a few at a time, and nothing of the ledger is locked meanwhile. */
async function openIdentities(
  access: Access,
  ctx: { actor: Actor; now: Date },
  entries: readonly AccountListEntry[],
): Promise<Opened[]> {
  const opened: Opened[] = []
  const waiting = [...entries]
  const lane = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const id = newId<'Account'>(ctx.now)
      const oneTimePassword = newOneTimePassword()
      const { province } = ctx.actor
      const userId = await createIdentity(access, {
        id,
        province,
        signInName: one.signInName,
        password: oneTimePassword,
      })
      opened.push({ entry: one, id, userId, oneTimePassword })
    }
  }
  try {
    await Promise.all([lane(), lane(), lane()])
  } catch (error) {
    await dropIdentities(access, opened)
    throw error
  }
  const order = new Map(entries.map((one, position) => [one.signInName, position]))
  return opened.sort((one, other) => (order.get(one.entry.signInName) ?? 0) - (order.get(other.entry.signInName) ?? 0))
}

async function dropIdentities(access: Access, opened: readonly Opened[]): Promise<void> {
  const ids = opened.map(({ userId }) => userId)
  if (ids.length > 0) await access.identity.authDb.deleteFrom('user').where('id', 'in', ids).execute()
}

async function writeAll(tx: Tx, ctx: { actor: Actor; now: Date }, opened: readonly Opened[]): Promise<void> {
  const accounts = []
  for (const { entry: one, id, userId } of opened) {
    const { province } = ctx.actor
    accounts.push(await writeAccount(tx, { ...one, id, province, userId, passwordIsOneTime: true }, ctx.now))
  }
  for (const [position, account] of accounts.entries()) {
    const one = opened[position]?.entry
    if (one) await record(tx, entry(account, ctx, 'account-opened', { duty: one.kind, unit: one.unit }))
  }
  const [first] = accounts
  if (!first) throw new Error('A list without people was let through')
  await record(tx, {
    ...entry(first, ctx, 'accounts-listed', { accounts: accounts.length }),
    object: { kind: 'account-list', id: newId(ctx.now) },
  })
}
