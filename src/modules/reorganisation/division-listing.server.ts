import { newId } from '#kernel/ids.ts'
import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { rowsOfText } from '#modules/access/list-text.ts'
import type { DivisionBasis } from '#modules/territory/stated.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { partsOf, type DivisionRow } from './division.ts'
import { stateDivisions } from './division-commands.server.ts'
import type { DivisionListRefusal, DivisionRefusal } from './division-labels.ts'
import { divisionColumnsOf, readDivisionList, type ListedDivision } from './division-list.ts'
import { divisionLines } from './division-queries.server.ts'
import { mayReorganise } from './policy.ts'
import type { CellProblem } from './step-list.ts'

export const longestDivisionList = 2000

/** One older unit of a file as it would stand (dòng xem trước). */
export type PreviewedDivision = ListedDivision & { shares: number[]; standing: DivisionRow | null; isSame: boolean }

type Grounds = { basis: DivisionBasis; source: string }

/** Looks through a file of counts and changes nothing. */
export async function previewDivisions(
  ctx: Ctx,
  text: string,
  grounds: Grounds,
): Promise<Outcome<{ divisions: PreviewedDivision[]; problems: CellProblem[] }, DivisionListRefusal>> {
  if (!mayReorganise(ctx.actor, ctx.actor.province)) return forbidden()
  const lines = await divisionLines(ctx)
  if (!lines.ok) return lines
  const rows = rowsOfText(text)
  if (!Array.isArray(rows)) return refused({ code: rows })
  const [header, ...body] = rows
  if (!header || body.length === 0) return refused({ code: 'empty' })
  const most = longestDivisionList
  if (body.length > most) return refused({ code: 'list-too-long', count: body.length, most })
  const { at, missing } = divisionColumnsOf(header)
  if (missing.length > 0) return refused({ code: 'columns-missing', missing })
  const list = readDivisionList(body, at, lines.value, grounds.basis)
  if (list.divisions.length === 0 && list.problems.length === 0) return refused({ code: 'nothing-filled' })
  const standing = new Map(lines.value.map((line) => [line.unit, line.standing]))
  return done({
    divisions: list.divisions.map((one) => previewed(one, standing.get(one.unit.unit) ?? null, grounds)),
    problems: list.problems,
  })
}

/** States every division of a file, or none: one wrong cell stops all of them. What stands already as the file says is left alone. */
export async function listDivisions(
  ctx: Ctx,
  text: string,
  grounds: Grounds,
): Promise<Outcome<undefined, DivisionListRefusal | DivisionRefusal>> {
  const read = await previewDivisions(ctx, text, grounds)
  if (!read.ok) return read
  const { divisions, problems } = read.value
  if (problems.length > 0) return refused({ code: 'list-has-errors', count: problems.length })
  const changed = divisions.filter(({ isSame }) => !isSame)
  return stateDivisions(
    ctx,
    changed.map(({ unit, amounts, standing }) => ({
      ...{ id: newId<'StatedDivision'>(), unit: unit.unit, seen: standing?.id ?? null },
      entry: { ...grounds, measure: { by: 'amount', amounts } },
    })),
  )
}

function previewed(listed: ListedDivision, standing: DivisionRow | null, grounds: Grounds): PreviewedDivision {
  const read = partsOf(listed.unit, { by: 'amount', amounts: listed.amounts })
  const isSame =
    standing !== null &&
    standing.basis === grounds.basis &&
    standing.source === grounds.source &&
    [...listed.amounts].every(([to, amount]: [UnitId, bigint]) => standing.parts.get(to)?.amount === amount)
  return { ...listed, shares: read.ok ? read.parts.map(({ share }) => share) : [], standing, isSame }
}
