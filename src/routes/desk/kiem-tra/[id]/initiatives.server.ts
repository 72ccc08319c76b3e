import type { Id } from '#kernel/ids.ts'
import { partsOf, type LocalDate } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { chooseInitiatives, initiativeHeads } from '#modules/movement/heads.server.ts'
import type { InitiativeId } from '#modules/movement/initiative.ts'
import type { YearState } from '#modules/movement/cycle.ts'

/** What a visit may go to see: everything but what was never handed in. */
const seenStates: readonly YearState[] = [
  ...(['registered', 'listed', 'launched', 'running', 'self-scored', 'appraised', 'recognised'] as const),
  ...(['not-recognised', 'not-eligible', 'outstanding', 'proposed', 'stopped', 'merged', 'handed-over'] as const),
]

/** Initiatives of the province by words, or the one of an id, as the page of a visit offers them. */
export async function initiativeChoices(
  ctx: Ctx,
  day: LocalDate | null,
  words: string,
  only?: Id<'Initiative'>,
): Promise<{ id: InitiativeId; name: string; holder: string }[]> {
  const { province, unit } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    if (only) {
      const head = (await initiativeHeads(tx, province, [only])).get(only)
      return head ? [{ id: head.id, name: head.name, holder: head.holder }] : []
    }
    if (!day) return []
    const within = { province, unit: unit === province ? null : unit, year: partsOf(day).year, states: seenStates }
    const { heads } = await chooseInitiatives(tx, { ...within, words }, 1)
    return heads.map(({ id, name, holder }) => ({ id, name, holder }))
  })
}
