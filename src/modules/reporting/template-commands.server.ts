import type { LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { TemplateCode, TemplateVersionId } from './report.ts'
import {
  beginTemplate,
  inProvince,
  isTaken,
  onDraft,
  recordTemplate,
  withoutDistricts,
  type TemplateDone,
} from './template-frame.server.ts'
import type { TemplateRefusal } from './template-labels.ts'
import { edited, type DrawnVersion, lineCount, type TemplateStep, type TemplateShape } from './template-shape.ts'
import {
  beforeLastStep,
  deleteDraft,
  insertDraft,
  saveDraft,
  saveEnd,
  saveInUse,
} from './template-draft-store.server.ts'
import { askableIndicators, lockUse, notCountedOn, reportsFrom } from './template-store.server.ts'

const empty: Omit<TemplateShape, 'name'> = {
  ...{ carriedBy: ['commune', 'province'], daysToSubmit: 10, owedFor: [], sections: [] },
}

/** Begins a template of the province's own, empty or as another one stands; answers with its draft. */
export async function createTemplate(
  ctx: Ctx,
  wanted: { name: string; from: TemplateVersionId | null },
): TemplateDone<TemplateVersionId> {
  return inProvince(ctx, async (tx, versions) => {
    const source = wanted.from && versions.find(({ id }) => id === wanted.from)
    if (wanted.from && !source) return notFound()
    const shape = { ...(source ? withoutDistricts(source.shape) : empty), name: wanted.name }
    return beginTemplate(tx, ctx, versions, { shape, copiedFrom: source?.id ?? '' })
  })
}

/** The next version of a template of the province, as a draft of the newest. */
export async function beginVersion(ctx: Ctx, code: TemplateCode): TemplateDone<TemplateVersionId> {
  return inProvince(ctx, async (tx, versions) => {
    const own = versions.filter((one) => one.code === code)
    const newest = own[0]
    if (!newest) return notFound()
    if (newest.province === null) return forbidden()
    const draft = own.find(({ isDraft }) => isDraft)
    if (draft) return refused({ code: 'draft-exists', id: draft.id })
    const id = await insertDraft(tx, {
      ...{ province: newest.province, code, version: newest.version + 1, shape: newest.shape },
      ...{ copiedFrom: newest.id, at: ctx.now },
    })
    await recordTemplate(tx, ctx, code, 'template-begun', { version: newest.version + 1, from: newest.id })
    return done(id)
  })
}

/** Makes one change to a draft. What two administrators change in different sections does not stand in each other's way. */
export async function changeDraft(ctx: Ctx, id: TemplateVersionId, edit: TemplateStep): TemplateDone<undefined> {
  return onDraft(ctx, id, async (tx, draft, versions) => {
    if (holdsPersonalNumber(wordsOf(edit))) return refused({ code: 'personal-number' })
    if (edit.kind === 'head' && isTaken(versions, edit.head.name, draft.code))
      return refused({ code: 'name-taken', name: edit.head.name })
    const answer = edited(draft.shape, edit, await askableIndicators(tx))
    if ('fault' in answer) return refused({ code: 'shape', fault: answer.fault })
    await saveDraft(tx, draft, answer.shape, draft.shape, ctx.now)
    await recordTemplate(tx, ctx, draft.code, 'template-changed', {
      ...{ version: draft.version, step: edit.kind, figures: lineCount(answer.shape) },
    })
    return done()
  })
}

/** Puts a draft back as it stood before its last change; done twice, the change stands again. */
export async function undoDraftChange(ctx: Ctx, id: TemplateVersionId, edit: number): TemplateDone<undefined> {
  return onDraft(ctx, id, async (tx, draft, versions) => {
    const before = await beforeLastStep(tx, draft.province, draft.id)
    if (!before || draft.edit !== edit) return refused({ code: 'nothing-to-undo' })
    // Meanwhile another template may have been given the name this one had.
    if (isTaken(versions, before.name, draft.code)) return refused({ code: 'name-taken', name: before.name })
    await saveDraft(tx, draft, before, draft.shape, ctx.now)
    await recordTemplate(tx, ctx, draft.code, 'template-change-undone', { version: draft.version })
    return done()
  })
}

/** Puts a draft in use from a day; the version before it ends the day before. From then on neither is changed. */
export async function putInUse(
  ctx: Ctx,
  id: TemplateVersionId,
  edit: number,
  from: LocalDate,
): TemplateDone<undefined> {
  return onDraft(ctx, id, async (tx, draft, versions) => {
    if (draft.edit !== edit) return refused({ code: 'changed-meanwhile' })
    const unready = await notReady(tx, draft.shape, from)
    if (unready) return refused(unready)
    await lockUse(tx, draft.code)
    const last = versions.find((one) => one.code === draft.code && !one.isDraft)
    if (last) {
      const early = tooEarly(last, from)
      if (early) return refused(early)
      const way = await reportsFrom(tx, draft.province, draft.code, from)
      if (way.count > 0) return refused({ code: 'reports-in-the-way', ...way })
      if (last.validUntil === null) await saveEnd(tx, { ...last, province: draft.province }, from, ctx.now)
    }
    await saveInUse(tx, draft, draft.shape, from, ctx.now)
    await recordTemplate(tx, ctx, draft.code, 'template-put-in-use', { version: draft.version, from })
    return done()
  })
}

/** Takes a draft away for good; nothing was ever reported by it. */
export async function withdrawDraft(ctx: Ctx, id: TemplateVersionId): TemplateDone<undefined> {
  return onDraft(ctx, id, async (tx, draft) => {
    await deleteDraft(tx, draft)
    await recordTemplate(tx, ctx, draft.code, 'template-withdrawn', { version: draft.version })
    return done()
  })
}

/** Ends the use of a template of the province: periods that end on that day or later are no longer reported by it. */
export async function endTemplate(ctx: Ctx, code: TemplateCode, from: LocalDate): TemplateDone<undefined> {
  return inProvince(ctx, async (tx, versions) => {
    const own = versions.filter((one) => one.code === code)
    if (own.length === 0) return notFound()
    const running = own.find(({ isDraft, validUntil }) => !isDraft && validUntil === null)
    if (own[0]?.province === null) return forbidden()
    if (!running) return refused({ code: 'not-running' })
    const early = tooEarly(running, from)
    if (early) return refused(early)
    await lockUse(tx, code)
    const way = await reportsFrom(tx, ctx.actor.province, code, from)
    if (way.count > 0) return refused({ code: 'reports-in-the-way', ...way })
    await saveEnd(tx, { id: running.id, province: ctx.actor.province }, from, ctx.now)
    await recordTemplate(tx, ctx, code, 'template-ended', { version: running.version, from })
    return done()
  })
}

/** The words of a change that a person wrote. */
function wordsOf(edit: TemplateStep): string {
  switch (edit.kind) {
    case 'head':
      return edit.head.name
    case 'add-section':
      return edit.title
    case 'change-section':
      return `${edit.title}\n${edit.hint}`
    case 'delete-section':
    case 'add-lines':
      return ''
  }
}

/** Two versions are never valid for one period: the next begins after the day on which the last one began, or ended. */
function tooEarly({ validFrom, validUntil }: DrawnVersion, from: LocalDate): TemplateRefusal | null {
  if (validUntil !== null) return from <= validUntil ? { code: 'begins-before-the-end', until: validUntil } : null
  return validFrom !== null && from <= validFrom ? { code: 'begins-too-early', than: validFrom } : null
}

async function notReady(tx: Tx, shape: TemplateShape, from: LocalDate): Promise<TemplateRefusal | null> {
  if (shape.sections.length === 0) return { code: 'no-section-yet' }
  if (shape.carriedBy.length === 0) return { code: 'nobody-carries' }
  const blank = shape.sections.filter(({ kind, lines }) => kind === 'figures' && lines.length === 0)
  if (blank.length > 0) return { code: 'empty-section', titles: blank.map(({ title }) => title) }
  const codes = await notCountedOn(tx, shape, from)
  return codes.length > 0 ? { code: 'not-counted-then', codes } : null
}
