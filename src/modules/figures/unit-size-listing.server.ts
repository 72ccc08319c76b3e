import { newId } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { rowsOfText } from '#modules/access/list-text.ts'
import { sizeProblem, stateUnitSizes } from './unit-size-commands.server.ts'
import { unitSizeFieldOf, unitSizeRefusalText, type UnitSizeRefusal } from './unit-size-labels.ts'
import { longestSizeList, readSizeList, sizeColumnsOf, type SizeListRow } from './unit-size-list.ts'
import { mayKeepSizes } from './unit-size-policy.ts'
import { unitSizeRows } from './unit-size-store.server.ts'
import type { UnitSize, UnitSizeRow } from './unit-size.ts'
import { unitsNamed } from './unit-names.server.ts'

/** A line of a file as it would be stated, beside what stands for that unit and day. */
export type PreviewedSize = SizeListRow & { standing: UnitSizeRow | null; isSame: boolean }

type Said = Pick<UnitSize, 'source' | 'certainty'>

/** Looks through a file cell by cell and changes nothing. */
export async function previewUnitSizes(
  ctx: Ctx,
  text: string,
  said: Said,
): Promise<Outcome<PreviewedSize[], UnitSizeRefusal>> {
  if (!mayKeepSizes(ctx.actor)) return forbidden()
  const lines = rowsOfText(text)
  if (!Array.isArray(lines)) return refused({ code: 'list-unreadable', why: lines })
  const [header, ...body] = lines
  if (!header || body.length === 0) return refused({ code: 'list-unreadable', why: 'empty' })
  if (body.length > longestSizeList) return refused({ code: 'list-too-long', most: longestSizeList })
  const { at, missing } = sizeColumnsOf(header)
  if (missing.length > 0) return refused({ code: 'list-columns-missing', columns: missing })
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const rows = readSizeList(body, at, await unitsNamed(tx, ctx.actor.province, dayInVietnam(ctx.now)), said)
    if (rows.length === 0) return refused({ code: 'list-nothing-filled' })
    const standing = await unitSizeRows(tx, ctx.actor.province, 'standing')
    const read: PreviewedSize[] = []
    for (const row of rows) read.push(await previewed(tx, ctx, row, standing))
    return done(read)
  })
}

/** States every size of a file, or none: one wrong cell stops all of them. What stands already as the file says is left alone. */
export async function listUnitSizes(ctx: Ctx, text: string, said: Said): Promise<Outcome<undefined, UnitSizeRefusal>> {
  const read = await previewUnitSizes(ctx, text, said)
  if (!read.ok) return read
  const wrong = read.value.filter(({ problems }) => problems.length > 0).length
  if (wrong > 0) return refused({ code: 'list-wrong', rows: wrong })
  return stateUnitSizes(
    ctx,
    read.value.flatMap(({ size, standing, isSame }) =>
      size && !isSame ? [{ ...size, id: newId<'UnitSize'>(ctx.now), seen: standing?.id ?? null }] : [],
    ),
  )
}

async function previewed(tx: Tx, ctx: Ctx, row: SizeListRow, standing: readonly UnitSizeRow[]): Promise<PreviewedSize> {
  const { size } = row
  if (!size || row.problems.length > 0) return { ...row, standing: null, isSame: false }
  const found = standing.find(({ unit, on }) => unit === size.unit && on === size.on) ?? null
  const problem = await sizeProblem(tx, ctx, size)
  if (problem) {
    const column = unitSizeFieldOf(problem) === 'on' ? ('on' as const) : ('name' as const)
    return {
      ...{ ...row, standing: found, isSame: false },
      problems: [...row.problems, { column, sentence: unitSizeRefusalText(problem) }],
    }
  }
  return { ...row, standing: found, isSame: found !== null && saysTheSame(found, size) }
}

function saysTheSame(one: UnitSize, other: UnitSize): boolean {
  return one.people === other.people && one.source === other.source && one.certainty === other.certainty
}
