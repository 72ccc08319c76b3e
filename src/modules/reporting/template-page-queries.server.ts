import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayAdminister, mayReadAccounts } from '#modules/access/policy.ts'
import type { RecordKind } from '#modules/figures/counted-by.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { indicatorsToPick } from '#modules/figures/indicator-choice.server.ts'
import type { PickedIndicator } from '#modules/figures/indicator-choice.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { TemplateVersionId } from './report.ts'
import type { DrawnVersion } from './template-shape.ts'
import { drawnVersions } from './template-store.server.ts'

/** The versions that an administrator or the auditor of a province sees, and whether they may be changed. */
export type TemplateListPage = { versions: DrawnVersion[]; mayChange: boolean }

export async function templateListPage(ctx: Ctx): Promise<Outcome<TemplateListPage>> {
  const { actor } = ctx
  if (!mayLook(actor)) return forbidden()
  const versions = await inScope(ctx.db, scopeOf(actor), (tx) => drawnVersions(tx, actor.province))
  return done({ versions, mayChange: mayAdminister(actor, actor.province) })
}

/** One version with everything its page says. */
export type TemplatePage = {
  version: DrawnVersion
  /** All versions of the same template, newest first. */
  versions: DrawnVersion[]
  catalogue: PickedIndicator[]
  /** By cell, the registers out of which units of the province have it counted. */
  counted: ReadonlyMap<string, readonly RecordKind[]>
  mayChange: boolean
}

export async function templatePage(ctx: Ctx, id: TemplateVersionId): Promise<Outcome<TemplatePage>> {
  const { actor } = ctx
  if (!mayLook(actor)) return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const all = await drawnVersions(tx, actor.province)
    const version = all.find((one) => one.id === id)
    if (!version) return notFound()
    return done({
      version,
      versions: all.filter(({ code }) => code === version.code),
      catalogue: await indicatorsToPick(tx, 'officer'),
      counted: await countedCells(tx, actor.province),
      mayChange: mayAdminister(actor, actor.province),
    })
  })
}

/** A version beside another one that it may be held against: one of the same template, or the one it was copied from. */
export type TemplateComparison = {
  version: DrawnVersion
  other: DrawnVersion | null
  /** What it may be held against, the one before it first. */
  choices: DrawnVersion[]
  catalogue: PickedIndicator[]
}

export async function templateComparison(
  ctx: Ctx,
  id: TemplateVersionId,
  asked: TemplateVersionId | null,
): Promise<Outcome<TemplateComparison>> {
  const { actor } = ctx
  if (!mayLook(actor)) return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const all = await drawnVersions(tx, actor.province)
    const version = all.find((one) => one.id === id)
    if (!version) return notFound()
    const own = all.filter(({ code, id: one }) => code === version.code && one !== id)
    const source = all.filter((one) => one.id === version.copiedFrom && one.code !== version.code)
    const before = own.filter((one) => one.version < version.version)
    const choices = [...before, ...source, ...own.filter((one) => one.version > version.version)]
    const other = choices.find((one) => one.id === asked) ?? (asked === null ? choices[0] : undefined)
    return done({ version, other: other ?? null, choices, catalogue: await indicatorsToPick(tx, 'officer') })
  })
}

function mayLook(actor: Actor): boolean {
  return actor.unit === actor.province && mayReadAccounts(actor, actor.province)
}

/** Which cells records of the province count towards: of such a cell only the note is typed (docs/adr/0028). */
async function countedCells(tx: Tx, province: UnitId): Promise<Map<string, RecordKind[]>> {
  const rows = await tx
    .selectFrom('counted_fact')
    .select(['indicator_code as code', 'dimension', 'record_kind as kind'])
    .distinct()
    .where('province_id', '=', province)
    .orderBy('record_kind')
    .execute()
  const byCell = Map.groupBy(rows, cellKey)
  // The check of counted_fact holds the kind to the known words.
  return new Map([...byCell].map(([key, some]) => [key, some.map(({ kind }) => kind as RecordKind)]))
}
