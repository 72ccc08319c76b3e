import { newId } from '#kernel/ids.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { fold, holdsPersonalNumber } from '#kernel/text.ts'
import { record, type AuditEntry } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayAdminister } from '#modules/access/policy.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { ReportingAuditKind } from './audit-labels.ts'
import type { TemplateCode, TemplateVersionId } from './report.ts'
import type { TemplateRefusal } from './template-labels.ts'
import { lineCount, type DrawnVersion, type TemplateShape } from './template-shape.ts'
import { insertDraft, insertTemplate } from './template-draft-store.server.ts'
import { drawnVersions, lockTemplates } from './template-store.server.ts'

/** The answer of every command on templates. */
export type TemplateDone<Value> = Promise<Outcome<Value, TemplateRefusal>>

/** How many templates of its own a province keeps; more are a misuse or an accident. */
const mostTemplates = 50

/** The districts ended on 1 July 2025: a copy of an older form does not ask them again. */
export function withoutDistricts(shape: TemplateShape): TemplateShape {
  return { ...shape, carriedBy: shape.carriedBy.filter((level) => level !== 'district') }
}

/** Begins a template of the province's own with its first draft. */
export async function beginTemplate(
  tx: Tx,
  ctx: Ctx,
  versions: readonly DrawnVersion[],
  { shape, copiedFrom }: { shape: TemplateShape; copiedFrom: string },
): TemplateDone<TemplateVersionId> {
  const words = [shape.name, ...shape.sections.flatMap(({ code, title, hint }) => [code, title, hint])].join('\n')
  if (holdsPersonalNumber(words)) return refused({ code: 'personal-number' })
  const own = new Set(versions.filter(({ province }) => province !== null).map(({ code }) => code))
  if (own.size >= mostTemplates) return refused({ code: 'too-many-templates', most: mostTemplates })
  if (isTaken(versions, shape.name, null)) return refused({ code: 'name-taken', name: shape.name })
  const { province } = ctx.actor
  const code = ownCode(ctx.now)
  await insertTemplate(tx, province, code)
  const id = await insertDraft(tx, { province, code, version: 1, shape, copiedFrom, at: ctx.now })
  await recordTemplate(tx, ctx, code, 'template-begun', {
    ...{ version: 1, figures: lineCount(shape) },
    ...(copiedFrom ? { from: copiedFrom } : {}),
  })
  return done(id)
}

/** `rieng-8f3a2c1d9b`: told from the house's by its beginning, and given once in the whole installation. */
function ownCode(now: Date): TemplateCode {
  return `rieng-${newId<'Template'>(now).replaceAll('-', '').slice(-10)}` as TemplateCode
}

/** The names of a template's newest version: by these it is chosen and printed, so no two are alike. */
export function isTaken(versions: readonly DrawnVersion[], name: string, but: TemplateCode | null): boolean {
  const newest = new Map(versions.toReversed().map((one) => [one.code, one]))
  return [...newest.values()].some((one) => one.code !== but && fold(one.shape.name) === fold(name))
}

type InProvince<Value> = (tx: Tx, versions: DrawnVersion[]) => TemplateDone<Value>

/** Ask, lock: the start of every command on the templates of a province. Newest versions come first. */
export async function inProvince<Value>(ctx: Ctx, work: InProvince<Value>): TemplateDone<Value> {
  const { actor } = ctx
  if (!mayAdminister(actor, actor.province) || actor.unit !== actor.province) return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    await lockTemplates(tx, actor.province)
    return work(tx, await drawnVersions(tx, actor.province))
  })
}

type OwnDraft = DrawnVersion & { province: UnitId }

/** The start of every command on one draft of the province's own. */
export async function onDraft<Value>(
  ctx: Ctx,
  id: TemplateVersionId,
  work: (tx: Tx, draft: OwnDraft, versions: DrawnVersion[]) => TemplateDone<Value>,
): TemplateDone<Value> {
  return inProvince(ctx, async (tx, versions) => {
    const version = versions.find((one) => one.id === id)
    if (!version) return notFound()
    const { province } = version
    if (province === null) return forbidden()
    if (!version.isDraft) return refused({ code: 'in-use' })
    return work(tx, { ...version, province }, versions)
  })
}

// Names and titles are free words: the audit has the fact, the table has the words.
export async function recordTemplate(
  tx: Tx,
  ctx: Ctx,
  code: TemplateCode,
  kind: ReportingAuditKind,
  changed: NonNullable<AuditEntry['changed']>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'template', id: code }, changed, at: ctx.now })
}
