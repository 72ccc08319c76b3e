import { newId } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, refused } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { rowsOfText } from '#modules/access/list-text.ts'
import { refusalText, type Refusal } from './labels.ts'
import { mayKeepSubCommunes } from './policy.ts'
import { entryProblem, lockGround, recordSubCommune, type Done, type Ground } from './sub-commune-frame.server.ts'
import {
  longestSubCommuneList,
  readSubCommuneList,
  subCommuneColumns,
  type SubCommuneListRow,
} from './sub-commune-list.ts'
import { insertSubCommuneVersions, saveHouseholds } from './sub-commune-store.server.ts'

/** Reads a list of hamlets and says what is wrong with which cell; nothing is written. */
export async function previewSubCommunes(ctx: Ctx, text: string): Done<{ rows: SubCommuneListRow[]; wrong: number }> {
  if (!mayKeepSubCommunes(ctx.actor, ctx.actor.unit)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const ground = await lockGround(tx, ctx.actor.province, ctx.actor.unit)
    const rows = await readAll(tx, ctx, ground, text)
    return 'code' in rows ? refused(rows) : done({ rows, wrong: wrongIn(rows) })
  })
}

/** Writes every hamlet of a list, or none of them when one row is wrong. */
export async function importSubCommunes(ctx: Ctx, text: string): Done<number> {
  const { province, unit } = ctx.actor
  if (!mayKeepSubCommunes(ctx.actor, unit)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const ground = await lockGround(tx, province, unit)
    const rows = await readAll(tx, ctx, ground, text)
    if ('code' in rows) return refused(rows)
    if (wrongIn(rows) > 0) return refused({ code: 'list-wrong', rows: wrongIn(rows) })
    const born = rows.flatMap((row) =>
      row.from === null
        ? []
        : [
            {
              ...{ id: newId<'SubCommuneUnit'>(ctx.now), n: 1, unit, change: 'created' as const, isInForce: true },
              ...{ name: row.name, kind: row.kind, from: row.from, row },
              act: { number: row.typed.act, on: row.actOn },
            },
          ],
    )
    await insertSubCommuneVersions(tx, province, born, ctx.now)
    for (const { id, row } of born) if (row.households) await saveHouseholds(tx, ctx.actor, id, row.households, ctx.now)
    await recordSubCommune(tx, ctx, unit, 'sub-communes-imported', { rows: born.length })
    return done(born.length)
  })
}

function wrongIn(rows: readonly SubCommuneListRow[]): number {
  return rows.filter(({ problems }) => problems.length > 0).length
}

async function readAll(tx: Tx, ctx: Ctx, ground: Ground, text: string): Promise<SubCommuneListRow[] | Refusal> {
  const lines = rowsOfText(text)
  if (typeof lines === 'string') return { code: 'list-unreadable', why: lines }
  const [header, ...body] = lines
  if (!header || body.length === 0) return { code: 'list-unreadable', why: 'empty' }
  if (body.length > longestSubCommuneList) return { code: 'list-too-long', most: longestSubCommuneList }
  const { at, missing } = subCommuneColumns(header)
  if (missing.length > 0) return { code: 'list-columns-missing', columns: missing }
  const rows = readSubCommuneList(body, at, ground.words, dayInVietnam(ctx.now))
  for (const row of rows) {
    if (row.problems.length > 0 || row.from === null) continue
    const entry = { name: row.name, kind: row.kind, from: row.from, act: { number: row.typed.act, on: row.actOn } }
    const problem = await entryProblem(tx, ctx, ground, entry, [])
    if (problem)
      row.problems.push({
        column: problem.code === 'unit-not-in-force' ? 'Từ ngày' : 'Tên',
        sentence: refusalText(problem),
      })
  }
  return rows
}
