import { forbidden, done, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { rowsOfText } from '#modules/access/list-text.ts'
import { changeReorganisation } from './commands.server.ts'
import type { ReorganisationId } from './draft.ts'
import type { ListRefusal, Refusal } from './labels.ts'
import { mayReorganise } from './policy.ts'
import { stepChoices } from './queries.server.ts'
import { columnsOf, readStepList, type StepList } from './step-list.ts'

/** Looks through a file of steps and changes nothing. */
export async function previewSteps(
  ctx: Ctx,
  id: ReorganisationId,
  text: string,
): Promise<Outcome<StepList & { version: number }, ListRefusal>> {
  if (!mayReorganise(ctx.actor, ctx.actor.province)) return forbidden()
  const choices = await stepChoices(ctx, id)
  if (!choices.ok) return notFound()
  const rows = rowsOfText(text)
  if (!Array.isArray(rows)) return refused({ code: rows })
  const [header, ...lines] = rows
  if (!header || lines.length === 0) return refused({ code: 'empty' })
  if (lines.length > longestList) return refused({ code: 'list-too-long', count: lines.length, most: longestList })
  const { at, missing } = columnsOf(header)
  if (missing.length > 0) return refused({ code: 'columns-missing', missing })
  const list = readStepList(lines, at, { units: choices.value.units, province: ctx.actor.province })
  return done({ ...list, version: choices.value.version })
}

export const longestList = 600

/** Takes every step of a file into the draft, in place of those that were there, or none: one wrong cell stops all of them. */
export async function listSteps(
  ctx: Ctx,
  id: ReorganisationId,
  version: number,
  text: string,
): Promise<Outcome<undefined, ListRefusal | Refusal>> {
  const read = await previewSteps(ctx, id, text)
  if (!read.ok) return read
  const { steps, problems } = read.value
  if (problems.length > 0) return refused({ code: 'list-has-errors', count: problems.length })
  return changeReorganisation(ctx, id, version, { what: 'steps-listed', steps: steps.map(({ step }) => step) })
}
