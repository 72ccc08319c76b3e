import type { Layout } from '#kernel/document.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayReadAccounts } from '#modules/access/policy.ts'
import { communesInForce, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitKind, UnitVersion } from '#modules/territory/unit.ts'
import { issuingBody, type IssuingBody, type IssuingPattern } from './issuing-body.ts'
import { patternsOf, shippedPatterns, withWords } from './issuing-store.server.ts'
import { maySetWords } from './issuing-words-commands.server.ts'
import { wordsOf, wordsOfKind } from './issuing-words-store.server.ts'
import { areFirst, wordsOn, type DatedWords, type IssuedBy, type IssuingWords } from './issuing-words.ts'

/** One body in one layout on the list: how its papers are headed today, and whether the province set that. */
export type ListedBody = { layout: Layout; body: IssuingBody; set: DatedWords | null; coming: DatedWords[] }

/** Every kind of unit of a province, and the units that have words of their own. */
export type IssuingList = {
  kinds: { kind: UnitKind; example: UnitVersion; bodies: ListedBody[] }[]
  own: { unit: UnitVersion; bodies: ListedBody[] }[]
  units: UnitVersion[]
  maySet: boolean
}

export async function issuingList(ctx: Ctx): Promise<Outcome<IssuingList>> {
  return reading(ctx, async (tx, { province, units, today }) => {
    const kinds = [...Map.groupBy(units, ({ kind }) => kind)]
    const own = await unitsWithWords(tx, province, units)
    return done({
      kinds: await inTurn(kinds, async ([kind, some]) => {
        const example = some[0] ?? province
        return { kind, example, bodies: await listed(tx, province, example, { kind, unit: null }, today) }
      }),
      own: await inTurn(own, async (unit) => {
        const bodies = await listed(tx, province, unit, { kind: null, unit: unit.unit }, today)
        return { unit, bodies: bodies.filter(({ set, coming }) => set !== null || coming.length > 0) }
      }),
      units,
      maySet: maySetWords(ctx.actor),
    })
  })
}

/** One body in one layout: its words through the years, what came with the program, and how a paper of it looks. */
export type IssuingPage = {
  of: IssuedBy
  /** The unit, or one of the kind, that the preview is filled with. */
  unit: UnitVersion
  current: DatedWords | null
  standing: DatedWords[]
  /** Words set now may begin on a day that has passed. */
  areFirst: boolean
  shipped: IssuingPattern
  preview: IssuingBody
  maySet: boolean
  today: LocalDate
}

/** `asked` is a kind of unit or the code of a unit; `words` are looked at before they are set. */
export async function issuingPage(
  ctx: Ctx,
  asked: string,
  layout: Layout,
  words: IssuingWords | null = null,
): Promise<Outcome<IssuingPage>> {
  return reading(ctx, async (tx, { province, units, today }) => {
    const unit = units.find(({ code, kind }) => code === asked || kind === asked)
    if (!unit) return notFound()
    const of: IssuedBy = unit.kind === asked ? { kind: unit.kind, unit: null } : { kind: null, unit: unit.unit }
    const shipped = (await shippedPatterns(tx, unit)).find((one) => one.layout === layout)
    if (!shipped) return notFound()
    const standing = await wordsOf(tx, province.unit, of, layout)
    const current = wordsOn(standing, today)
    const onDay = { province: province.unit, day: today }
    const ofLayout = (all: IssuingPattern[]) => all.find((one) => one.layout === layout)
    // The unit that a kind is shown by may have words of its own: these are not the kind's.
    const inForce = of.unit === null ? withWords(shipped, current) : ofLayout(await patternsOf(tx, unit, onDay))
    const above = ofLayout(await patternsOf(tx, province, onDay))
    const ofKind = await wordsOfKind(tx, province.unit, of, unit, layout)
    const pattern = words ? withWords(shipped, words) : (inForce ?? shipped)
    return done({
      ...{ of, unit, current, standing, shipped: inForce ?? shipped, today, maySet: maySetWords(ctx.actor) },
      areFirst: areFirst({ standing, ofKind }),
      preview: issuingBody(pattern, unit.name, province.name, above ?? null),
    })
  })
}

type Ground = { province: UnitVersion; units: UnitVersion[]; today: LocalDate }

/** Administrators of a province keep these words, its auditor reads them. */
async function reading<Value>(
  ctx: Ctx,
  work: (tx: Tx, ground: Ground) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  if (!mayRead(ctx.actor)) return forbidden()
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const province = await unitOn(tx, ctx.actor.province, today)
    if (!province) return notFound()
    const units = [province, ...(await communesInForce(tx, ctx.actor.province, today))]
    return work(tx, { province, units, today })
  })
}

function mayRead(actor: Actor): boolean {
  return actor.unit === actor.province && mayReadAccounts(actor, actor.province)
}

async function listed(
  tx: Tx,
  province: UnitVersion,
  unit: UnitVersion,
  of: IssuedBy,
  today: LocalDate,
): Promise<ListedBody[]> {
  const above = await patternsOf(tx, province, { province: province.unit, day: today })
  const shipped = await shippedPatterns(tx, unit)
  return inTurn(shipped, async (pattern) => {
    const standing = await wordsOf(tx, province.unit, of, pattern.layout)
    const set = wordsOn(standing, today)
    const provincial = above.find((one) => one.layout === pattern.layout) ?? null
    return {
      layout: pattern.layout,
      body: issuingBody(withWords(pattern, set), unit.name, province.name, provincial),
      set,
      coming: standing.filter(({ validFrom }) => validFrom > today),
    }
  })
}

async function unitsWithWords(tx: Tx, province: UnitVersion, units: readonly UnitVersion[]): Promise<UnitVersion[]> {
  const rows = await tx
    .selectFrom('issuing_words')
    .select('of_unit_id')
    .distinct()
    .where('province_id', '=', province.unit)
    .where('of_unit_id', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  const own = new Set(rows.map((row) => row.of_unit_id))
  return units.filter(({ unit }) => own.has(unit))
}

// One transaction is one connection: its questions are asked one after another.
async function inTurn<From, To>(all: readonly From[], one: (from: From) => Promise<To>): Promise<To[]> {
  const made: To[] = []
  for (const from of all) made.push(await one(from))
  return made
}
