import { error, fail, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { periodName } from '#kernel/period.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { saveSections } from '#modules/reporting/narrative-commands.server.ts'
import type { NarrativeGround } from '#modules/reporting/narrative-facts.ts'
import { readSections } from '#modules/reporting/narrative-forms.ts'
import { narrativeRefusalText, type NarrativeRefusal } from '#modules/reporting/narrative-labels.ts'
import { bound, boundAll } from '#modules/reporting/narrative-numbers.ts'
import { narrativePage, type NarrativePage } from '#modules/reporting/narrative-queries.server.ts'
import type { SectionEntry } from '#modules/reporting/narrative-section.ts'
import type { PlanTask } from '#modules/reporting/task.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { contextOf } from '../../../context.ts'
import { whenSaid } from '../../../when.ts'
import { draftFor, withDraft } from './words.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { page, sections, ground, tasks } = await open(locals, params.id)
  const wanted = url.searchParams.get('muc')
  return {
    address: `/desk/bao-cao/${page.report.id}`,
    title: `${page.content?.templateName ?? ''}, ${periodName(page.report.period)}`,
    unitName: page.unit.name,
    status: page.report.status,
    isReviewer: page.isReviewer,
    ground,
    all: sections.map(({ code, title }) => ({ code, title })),
    wanted: sections.some(({ code }) => code === wanted) ? wanted : null,
    sections: sections
      .filter(({ code }) => !sections.some((one) => one.code === wanted) || code === wanted)
      .map((section) => ({
        ...section,
        when: section.at ? whenSaid(section.at) : null,
        drafts: ground ? draftFor(section.code, ground, tasks) : [],
      })),
    saved: url.searchParams.get('da'),
    count: Number(url.searchParams.get('so') ?? '0') || 0,
  }
}

type Changed = { entries: SectionEntry[]; done: string; count?: number } | { refusal: NarrativeRefusal }
type Change = (entries: SectionEntry[], form: FormData, of: { ground: NarrativeGround; tasks: PlanTask[] }) => Changed

/** Every button of the form saves all that was typed, with what it does to one section. */
async function save(event: RequestEvent, change: Change) {
  const form = await event.request.formData()
  const { page, ground, tasks } = await open(event.locals, event.params.id)
  const typed = readSections(form)
  if (!ground) error(404, 'Không có trang này')
  const changed = change(typed, form, { ground, tasks })
  if ('refusal' in changed) return refuse(changed.refusal, typed)
  const outcome = await saveSections(contextOf(event.locals), page.report.id, changed.entries)
  if (!outcome.ok && outcome.kind !== 'refused') error(404, 'Không có trang này')
  if (!outcome.ok) return refuse(outcome.refusal, changed.entries)
  const wanted = event.url.searchParams.get('muc')
  const query = new URLSearchParams({
    ...(wanted ? { muc: wanted } : {}),
    da: changed.done,
    ...(changed.count === undefined ? {} : { so: String(changed.count) }),
  })
  const section = sectionOf(form)
  redirect(303, `/desk/bao-cao/${page.report.id}/loi-van?${query}${section ? `#muc-${section}` : ''}`)
}

/** `gan`: `ket-qua|120|[[F01]]|3.200`, or `ket-qua|het` for all that is clear. */
const binding: Change = (entries, form, { ground }) => {
  const [section = '', at = '', mark = '', ...number] = textOf(form, 'gan', 200).split('|')
  const entry = entries.find((one) => one.section === section)
  if (!entry) return { refusal: { code: 'section-unknown' } }
  if (at === 'het') {
    const { text, count } = boundAll(entry.text, ground)
    return { entries: withText(entries, section, text), done: 'gan', count }
  }
  const text = bound(entry.text, { number: number.join('|'), at: Number(at) || 0, mark })
  if (text === null) return { refusal: { code: 'nothing-to-bind' } }
  return { entries: withText(entries, section, text), done: 'gan', count: 1 }
}

/** `lay`: `ket-qua|tat-ca`, a paragraph `ket-qua|0`, or one sentence of it `ket-qua|0.2`. */
const taking: Change = (entries, form, { ground, tasks }) => {
  const [section = '', which = ''] = textOf(form, 'lay', 100).split('|')
  const entry = entries.find((one) => one.section === section)
  const text = entry && withDraft(entry.text, draftFor(section, ground, tasks), which)
  if (!text) return { refusal: { code: 'section-unknown' } }
  return { entries: withText(entries, section, text), done: 'lay' }
}

export const actions: Actions = {
  luu: (event) => save(event, (entries) => ({ entries, done: 'luu' })),
  gan: (event) => save(event, binding),
  lay: (event) => save(event, taking),
}

function withText(entries: SectionEntry[], section: string, text: string): SectionEntry[] {
  return entries.map((one) => (one.section === section ? { ...one, text } : one))
}

function sectionOf(form: FormData): string {
  return (textOf(form, 'gan', 200) || textOf(form, 'lay', 100)).split('|')[0] ?? ''
}

function refuse(refusal: NarrativeRefusal, typed: readonly SectionEntry[]) {
  const message = narrativeRefusalText(refusal)
  const section = 'section' in refusal ? refusal.section : ''
  const conflicts = refusal.code === 'sections-changed-by-another' ? refusal.sections : []
  return fail(refusal.code === 'sections-changed-by-another' ? 409 : 422, {
    message,
    section: section || (conflicts[0]?.section ?? ''),
    texts: Object.fromEntries(typed.map((one) => [one.section, one.text])),
    conflicts: Object.fromEntries(
      conflicts.map(({ section: code, text, by, isOwn, at }) => [code, { text, by, isOwn, when: whenSaid(at) }]),
    ),
  })
}

async function open(locals: App.Locals, idText: string): Promise<NarrativePage> {
  const id: ReportId | null = parseId<'Report'>(idText)
  const outcome = id ? await narrativePage(contextOf(locals), id) : null
  if (!outcome?.ok) error(404, 'Không có trang này')
  return outcome.value
}
