import { error, redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay, addDays } from '#kernel/local-date.ts'
import { quarterContaining, ruledRegimes } from '#kernel/period.ts'
import { readForm } from '#modules/access/forms.ts'
import { codeOfVersion } from '#modules/reporting/report.ts'
import {
  beginVersion,
  changeDraft,
  endTemplate,
  putInUse,
  undoDraftChange,
  withdrawDraft,
} from '#modules/reporting/template-commands.server.ts'
import {
  addSectionForm,
  changeSectionForm,
  headForm,
  inUseForm,
  placeOf,
  stepField,
  templateVersionIn,
  tickedOf,
} from '#modules/reporting/template-forms.ts'
import { carrierName, owedName, sectionKindName } from '#modules/reporting/template-labels.ts'
import { templateListPage, templatePage } from '#modules/reporting/template-page-queries.server.ts'
import { carriers, type ShapeLine, type TemplateStep } from '#modules/reporting/template-shape.ts'
import { mend } from '../../../form-answer.server.ts'
import { ctxOf, textOf } from '../../context.server.ts'
import { lineShown, sizeSaid, useSaid, whole } from '../shown.ts'
import { refuseTemplate, typedOf, versionIn } from '../template-answer.server.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/admin/mau-bao-cao'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = { ...ctxOf(locals), db: locals.db }
  if (!templateVersionIn(params.id)) redirect(303, await newestOf(ctx, params.id))
  const outcome = await templatePage(ctx, versionIn(params.id))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const { version, versions, mayChange } = outcome.value
  const { shape } = version
  const running = versions.find(({ isDraft, validUntil }) => !isDraft && validUntil === null)
  return {
    ...{ id: version.id, code: version.code, number: version.version, step: version.edit, isDraft: version.isDraft },
    ...{ name: shape.name, use: useSaid(version), size: sizeSaid(version), isOwn: version.province !== null },
    ...{ mayChange, mayUndo: version.mayUndo, saved: url.searchParams.get('da') },
    // What it came from, or its own earlier form; a file that it came from is not kept.
    hasOther: versions.length > 1 || templateVersionIn(version.copiedFrom) !== null,
    head: { carriedBy: shape.carriedBy, owedFor: shape.owedFor, daysToSubmit: String(shape.daysToSubmit) },
    carriers: carriers.map((value) => ({ value, label: carrierName[value] })),
    owed: ruledRegimes.map((value) => ({ value, label: owedName[value] })),
    facts: [
      { term: 'Ai nộp', value: shape.carriedBy.map((level) => carrierName[level]).join('; ') || 'chưa chọn' },
      { term: 'Kỳ phải nộp', value: shape.owedFor.map((one) => owedName[one]).join('; ') || 'không nhắc kỳ nào' },
      { term: 'Hạn nộp', value: `${shape.daysToSubmit} ngày sau ngày cuối kỳ` },
    ],
    sections: shape.sections.map((section, index) => ({
      ...{ code: section.code, title: section.title, hint: section.hint, kind: section.kind, place: index + 1 },
      ...{
        kindName: sectionKindName[section.kind],
        lines: section.lines.map((line) => lineShown(line, outcome.value)),
      },
    })),
    versions: versions.map((one) => ({ id: one.id, number: one.version, use: useSaid(one) })),
    draft: versions.find(({ isDraft }) => isDraft)?.id ?? null,
    isRunning: running?.id === version.id,
    // The day after the running quarter: most forms change with a quarter.
    suggested: formatDay(addDays(quarterContaining(dayInVietnam(locals.now)).to, 1)),
  }
}

/** An address with the code alone, as the audit has it, leads to the newest version. */
async function newestOf(ctx: Parameters<typeof templateListPage>[0], code: string): Promise<string> {
  const outcome = await templateListPage(ctx)
  const newest = outcome.ok ? outcome.value.versions.find((one) => one.code === code) : null
  if (!newest) error(404, 'Không có trang này.')
  return `${path}/${newest.id}`
}

type Event = Parameters<Actions[string]>[0]

/** Makes one change to the draft, and comes back to the place where it was made. */
async function step(event: Event, change: TemplateStep, typed: Record<string, string>, field = '', at = '') {
  const { locals, params } = event
  const outcome = await changeDraft({ ...ctxOf(locals), db: locals.db }, versionIn(params.id), change)
  if (outcome.ok) redirect(303, `${path}/${params.id}?da=${change.kind}${at && `#${at}`}`)
  return refuseTemplate(outcome, typed, field)
}

/** The lines that a section's form shows; a name that no line of ours could have is passed over. */
function linesIn(form: FormData): (ShapeLine & { place: number })[] {
  return [...new Set(form.keys())].flatMap((key) => {
    const code = /^tt\.([A-Z]\d{2})$/.exec(key)?.[1]
    if (!code) return []
    const ticked = form.getAll(`phan.${code}`).filter((one) => typeof one === 'string')
    return [{ code, parts: ticked.map((part) => (part === whole ? '' : part)), place: placeOf(textOf(form, key)) }]
  })
}

export const actions: Actions = {
  'ten-goi': async (event) => {
    const form = await event.request.formData()
    const typed = typedOf(form, 'dau')
    const read = readForm(headForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const carriedBy = tickedOf(carriers, form.getAll('carriedBy'))
    const owedFor = tickedOf(ruledRegimes, form.getAll('owedFor'))
    return step(event, { kind: 'head', head: { ...read.value, carriedBy, owedFor } }, typed, 'name')
  },
  'them-muc': async (event) => {
    const form = await event.request.formData()
    const typed = typedOf(form, 'them-muc')
    const read = readForm(addSectionForm, form)
    if (!read.ok) return mend(read.errors, typed)
    return step(event, { kind: 'add-section', ...read.value }, typed, 'title', 'cac-muc')
  },
  muc: async (event) => {
    const form = await event.request.formData()
    const section = textOf(form, 'section', 40)
    const typed = typedOf(form, `muc-${section}`)
    if (form.get('viec') === 'xoa') return step(event, { kind: 'delete-section', section }, typed, '', 'cac-muc')
    const read = readForm(changeSectionForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const change: TemplateStep = { kind: 'change-section', section, ...read.value, lines: linesIn(form) }
    return step(event, change, typed, 'title', `muc-${section}`)
  },
  'hoan-tac': async ({ locals, params, request }) => {
    const read = stepField.parse((await request.formData()).get('step'))
    const outcome = await undoDraftChange({ ...ctxOf(locals), db: locals.db }, versionIn(params.id), read)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=hoan-tac`)
    return refuseTemplate(outcome, { which: 'hoan-tac' })
  },
  dung: async ({ locals, params, request }) => {
    const form = await request.formData()
    const typed = typedOf(form, 'dung')
    const read = readForm(inUseForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const ctx = { ...ctxOf(locals), db: locals.db }
    const outcome = await putInUse(ctx, versionIn(params.id), stepField.parse(form.get('step')), read.value.from)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=dung`)
    return refuseTemplate(outcome, typed, 'from')
  },
  bo: async ({ locals, params }) => {
    const outcome = await withdrawDraft({ ...ctxOf(locals), db: locals.db }, versionIn(params.id))
    if (outcome.ok) redirect(303, `${path}?da=bo`)
    return refuseTemplate(outcome, { which: 'bo' })
  },
  'phien-ban': async ({ locals, params }) => {
    const code = codeOfVersion(versionIn(params.id))
    const outcome = await beginVersion({ ...ctxOf(locals), db: locals.db }, code)
    if (outcome.ok) redirect(303, `${path}/${outcome.value}?da=lap`)
    return refuseTemplate(outcome, { which: 'phien-ban' })
  },
  ngung: async ({ locals, params, request }) => {
    const form = await request.formData()
    const typed = typedOf(form, 'ngung')
    const read = readForm(inUseForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const code = codeOfVersion(versionIn(params.id))
    const outcome = await endTemplate({ ...ctxOf(locals), db: locals.db }, code, read.value.from)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=ngung`)
    return refuseTemplate(outcome, typed, 'from')
  },
}
