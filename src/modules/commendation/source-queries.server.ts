import { dayInVietnam } from '#kernel/local-date.ts'
import type { Id } from '#kernel/ids.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { Dialogue, DialogueId } from '#modules/activities/dialogue.ts'
import { wasHeld } from '#modules/activities/dialogue-life.ts'
import { dialoguePage, registerPage } from '#modules/activities/queries.server.ts'
import { achievementOf } from '#modules/movement/achievement-queries.server.ts'
import { chooseInitiatives } from '#modules/movement/heads.server.ts'
import type { InitiativeId } from '#modules/movement/initiative.ts'
import type { InitiativeHead } from '#modules/movement/year.ts'
import { lastNamesIn, lastVersionIn } from '#modules/territory/queries.server.ts'
import { startFromDialogue, startFromInitiative, type ReportStart } from './achievement.ts'
import type { AwardSource } from './award.ts'
import { readBook } from './book-store.server.ts'
import type { CommendationBook } from './law.ts'
import { mayPropose } from './policy.ts'

/** From what a proposal may begin: recognised initiatives of a year, and dialogues that were held. */
export type SourceChoices = {
  initiatives: { head: InitiativeHead; unitName: string }[]
  total: number
  dialogues: Dialogue[]
}

export async function sourceChoices(
  ctx: Ctx,
  asked: { year: number; words: string; page: number },
): Promise<Outcome<SourceChoices>> {
  const { province, unit } = ctx.actor
  if (!mayPropose(ctx.actor, { province, unit })) return forbidden()
  const own = unit === province ? null : unit
  const found = await inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const states = ['recognised', 'outstanding', 'proposed'] as const
    const { heads, total } = await chooseInitiatives(
      tx,
      { province, unit: own, year: asked.year, states, words: asked.words },
      asked.page,
    )
    const units = heads.map((head) => head.unit)
    const names = await lastNamesIn(tx, units, province, dayInVietnam(ctx.now))
    return { initiatives: heads.map((head) => ({ head, unitName: names.get(head.unit) ?? '' })), total }
  })
  const register = own === null ? null : await registerPage(ctx, own, { year: asked.year, page: 1 })
  const held = register?.ok ? register.value.dialogues.filter(isGround) : []
  return done({ ...found, dialogues: held })
}

/** What is still ahead, or was called off, is nobody's achievement. */
function isGround({ state, voidReason }: Dialogue): boolean {
  return voidReason === null && wasHeld(state)
}

/** A proposal before it is written: for which unit, from which record, and the words it starts with. */
export type ProposalOpening = {
  unit: Id<'Unit'>
  unitName: string
  source: AwardSource
  start: ReportStart | null
  book: CommendationBook
}

type Asked = { kind: 'initiative'; id: InitiativeId; year: number } | { kind: 'dialogue'; id: DialogueId } | null

/** Opens a sheet for a proposal from a record, or an empty one; nothing is written yet. */
export async function openingOf(ctx: Ctx, asked: Asked): Promise<Outcome<ProposalOpening>> {
  const found = await sourceOf(ctx, asked)
  if (!found) return notFound()
  if (!mayPropose(ctx.actor, { province: ctx.actor.province, unit: found.unit })) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const version = await lastVersionIn(tx, found.unit, ctx.actor.province, dayInVietnam(ctx.now))
    if (!version) return notFound()
    return done({ ...found, unitName: version.name, book: await readBook(tx, ctx.actor.province) })
  })
}

async function sourceOf(ctx: Ctx, asked: Asked): Promise<Pick<ProposalOpening, 'unit' | 'source' | 'start'> | null> {
  if (!asked) return { unit: ctx.actor.unit, source: { kind: 'free', id: null, name: '' }, start: null }
  if (asked.kind === 'initiative') {
    const achievement = await achievementOf(ctx, asked.id)
    if (!achievement) return null
    const { initiative, years } = achievement
    const source = { kind: 'initiative', id: initiative.id, name: initiative.name } as const
    return { unit: initiative.unit, source, start: startFromInitiative(initiative, years, asked.year) }
  }
  const page = await dialoguePage(ctx, asked.id)
  if (!page.ok || !isGround(page.value.dialogue)) return null
  const { dialogue, unit } = page.value
  const source = { kind: 'dialogue', id: dialogue.id, name: dialogue.subject } as const
  return { unit: dialogue.unit, source, start: startFromDialogue(dialogue, unit.name) }
}
