import { error, fail, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { timeInVietnam } from '#kernel/local-date.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { recordKinds } from '#modules/figures/counted-by.ts'
import { cellKey, parseCellKey } from '#modules/figures/indicator.ts'
import { copyBehind } from '#modules/reporting/behind-queries.server.ts'
import { carryForward } from '#modules/reporting/carry-commands.server.ts'
import { acceptReport, publishReport, recallReport, returnReport } from '#modules/reporting/commands.server.ts'
import { shortOf } from '#modules/reporting/completeness.ts'
import { saveCells } from '#modules/reporting/entry-commands.server.ts'
import { answerQuestion } from '#modules/reporting/question-commands.server.ts'
import { sectionsOf } from '#modules/reporting/content.ts'
import { entryState, targetsBeside, type EntryState } from '#modules/reporting/entry-queries.server.ts'
import { entryRow, type EntryRow } from '#modules/reporting/entry-row.ts'
import { longest, readAnswers, readEntries, readQuestions, textOf } from '#modules/reporting/forms.ts'
import { refusalText, type Refusal } from '#modules/reporting/labels.ts'
import { isOpenForEntry } from '#modules/reporting/lifecycle.ts'
import { cellPanel, reportPage } from '#modules/reporting/queries.server.ts'
import type { QuestionId, Report, ReportId } from '#modules/reporting/report.ts'
import { redoEntry, undoEntry, type Turned } from '#modules/reporting/undo-commands.server.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { contextOf } from '../../context.ts'
import { registerPath } from '../../register-path.ts'
import { whenSaid } from '../../when.ts'
import { recordsSaid } from './records.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const filters = ['tat-ca', 'chua-co', 'chua-khop', 'co-cau-hoi'] as const
type Filter = (typeof filters)[number]

const shows: Record<Filter, (row: EntryRow) => boolean> = {
  'tat-ca': () => true,
  'chua-co': (row) => row.standing === 'not-yet-known' || row.standing === 'unreadable',
  'chua-khop': (row) =>
    row.standing === 'does-not-add-up' || row.standing === 'worth-a-look' || row.standing === 'unreadable',
  'co-cau-hoi': (row) => row.openQuestions > 0,
}

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('kheo:report')
  const ctx = contextOf(locals)
  const outcome = await reportPage(ctx, idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const page = outcome.value
  const filter = filters.find((one) => one === url.searchParams.get('loc')) ?? 'tat-ca'
  const { content } = page
  const targets = await targetsBeside(ctx, page)
  const rows = (content?.lines ?? [])
    .map(
      (line) => content && { section: line.section, row: entryRow(line, content, page.questions, targets, page.held) },
    )
    .filter((one) => one !== null)
  const paging = pagingOf(
    url,
    rows.filter(({ row }) => shows[filter](row)).map(({ row }) => row.key),
  )
  const opened = url.searchParams.get('o')
  const panel = opened ? await cellPanel(ctx, page, parseCellKey(opened)) : null
  return {
    page,
    filter,
    behind: await copyBehind(ctx, page.report),
    short: isHandedIn(page.report) ? shortOf(page.cells) : null,
    entry: page.mayEnter ? entryFor(ctx, await entryState(ctx, page.report)) : null,
    counts: Object.fromEntries(filters.map((one) => [one, rows.filter(({ row }) => shows[one](row)).length])) as Record<
      Filter,
      number
    >,
    sections: content
      ? sectionsOf(content.lines).map(({ title, lines }) => {
          const keys = new Set(lines.map((line) => cellKey(line.cell)))
          const inSection = rows.filter(({ row }) => keys.has(row.key)).map(({ row }) => row)
          return {
            title,
            done: inSection.filter((row) => row.standing !== 'not-yet-known' && row.standing !== 'unreadable').length,
            total: inSection.length,
            rows: inSection.filter((row) => shows[filter](row) && (paging?.keys.has(row.key) ?? true)),
          }
        })
      : [],
    panel: panel
      ? {
          ...panel,
          records: panel.records && recordsSaid(panel.records),
          key: cellKey(panel.line.cell),
          row: rows.find(({ row }) => row.key === cellKey(panel.line.cell))?.row ?? null,
        }
      : null,
    unreadable: rows
      .filter(({ row }) => row.standing === 'unreadable')
      .map(({ row }) => ({ key: row.key, code: row.code, message: row.message?.text ?? '' })),
    paging: paging && { page: paging.page, pages: paging.pages },
    saved: url.searchParams.get('da'),
    carried: Number(url.searchParams.get('so')) || 0,
    turned: (url.searchParams.get('cu') ?? '').split(' ').filter((key) => /^[\w:-]+$/.test(key)),
  }
}

/** A draft that an auditor reads, and figures that were published elsewhere, were never handed in. */
function isHandedIn({ origin, status }: Report): boolean {
  return origin === 'entered' && !isOpenForEntry(status)
}

const rowsOnAPage = 20

/** Twenty rows at a time, for those who ask for it: without JavaScript a long form is saved as a whole. */
function pagingOf(url: URL, keys: string[]): { page: number; pages: number; keys: Set<string> } | null {
  const asked = url.searchParams.get('trang')
  if (asked === null || !/^\d{1,4}$/.test(asked)) return null
  const pages = Math.max(1, Math.ceil(keys.length / rowsOnAPage))
  const page = Math.min(Math.max(1, Number(asked)), pages)
  return { page, pages, keys: new Set(keys.slice((page - 1) * rowsOnAPage, page * rowsOnAPage)) }
}

const hoursRecent = 24

/** Whose account it is that types, what they may take back, and which cells colleagues wrote since yesterday. */
function entryFor(ctx: Ctx, { writers, ...offers }: EntryState) {
  const since = ctx.now.getTime() - hoursRecent * 3_600_000
  return {
    account: ctx.actor.account,
    offers,
    writers: Object.fromEntries(
      Object.entries(writers).map(([key, { at, ...who }]) => [
        key,
        { ...who, when: whenSaid(at), clock: timeInVietnam(at), isRecent: at.getTime() >= since },
      ]),
    ),
  }
}

export const actions: Actions = {
  luu: async ({ request, locals, params, url }) => {
    const form = await request.formData()
    const saved = await saveForm(contextOf(locals), idOf(params.id), form)
    if (saved) return saved
    const answers = readAnswers(form)
    const kept = await answerAll(contextOf(locals), idOf(params.id), answers)
    if (kept) return kept
    redirect(303, nextOf(textOf(form, 'tiep', 80), params.id, url, answers.length > 0 ? 'tra-loi' : 'luu'))
  },
  'ky-truoc': async ({ request, locals, params, url }) => {
    const form = await request.formData()
    // As a button of the entry form it saves what was typed first.
    const refusedSave = await saveForm(contextOf(locals), idOf(params.id), form)
    if (refusedSave) return refusedSave
    const key = textOf(form, 'o', 40)
    const outcome = await carryForward(contextOf(locals), idOf(params.id), key === '' ? null : key)
    if (!outcome.ok) return refuse(outcome, {})
    redirect(303, nextOf('', params.id, url, 'luu').replace('da=luu', `da=ky-truoc&so=${outcome.value.saved}`))
  },
  'hoan-tac': (event) => turn(event, 'hoan-tac', undoEntry),
  'lam-lai': (event) => turn(event, 'lam-lai', redoEntry),
  'tra-lai': async (event) => {
    const form = await event.request.formData()
    const questions = readQuestions(form)
    const decision = textOf(form, 'loi-nhan', longest.question)
    const id = idOf(event.params.id)
    const outcome = await returnReport(contextOf(event.locals), id, versionOf(form), questions, decision)
    const asked = Object.fromEntries(questions.map((one) => [cellKey(one.cell), one.text]))
    return outcome.ok ? backTo(event, 'tra-lai') : refuse(outcome, { asked, decision })
  },
  nhan: async (event) => {
    const form = await event.request.formData()
    const decision = textOf(form, 'loi-nhan', longest.question)
    const outcome = await acceptReport(contextOf(event.locals), idOf(event.params.id), versionOf(form), decision)
    return outcome.ok ? backTo(event, 'nhan') : refuse(outcome, { decision })
  },
  'cong-bo': (event) => step(event, 'cong-bo', publishReport),
  rut: (event) => step(event, 'rut', recallReport),
}

/** Saves the cells of an entry form; answers a refusal with all that was typed, or null. */
async function saveForm(ctx: Ctx, id: ReportId, form: FormData) {
  // Between two numbers of one cell the officer took the colleague's: what stands in the field is then not theirs to save.
  const entries = readEntries(form).filter((entry) => form.get(`giu.${cellKey(entry.cell)}`) !== 'cua-ho')
  const outcome = await saveCells(ctx, id, entries)
  if (outcome.ok) return null
  const typed = Object.fromEntries(entries.map((entry) => [cellKey(entry.cell), { raw: entry.raw, note: entry.note }]))
  return refuse(outcome, { typed })
}

type Turn = (ctx: Ctx, id: ReportId, step: number | null) => Promise<Outcome<Turned, Refusal>>

/** Undo and redo are buttons of the entry form: what was typed is saved first, then the step that the page named is turned. */
async function turn(event: RequestEvent, done: string, command: Turn) {
  const form = await event.request.formData()
  const ctx = contextOf(event.locals)
  const id = idOf(event.params.id)
  const refusedSave = await saveForm(ctx, id, form)
  if (refusedSave) return refusedSave
  const step = Number(textOf(form, 'buoc', 12) || Number.NaN)
  const outcome = await command(ctx, id, Number.isSafeInteger(step) ? step : null)
  if (!outcome.ok) return refuse(outcome, {})
  const kept = ['loc', 'o', 'trang'].flatMap((name) => {
    const value = event.url.searchParams.get(name)
    return value ? [[name, value]] : []
  })
  const query = new URLSearchParams([...kept, ['da', done], ['cu', outcome.value.cells.join(' ')]])
  redirect(303, `/desk/bao-cao/${event.params.id}?${query}`)
}

/** Sends every answer that was typed; the first that is refused comes back with all of them. */
async function answerAll(ctx: Ctx, id: ReportId, answers: { question: QuestionId; text: string }[]) {
  for (const [index, answer] of answers.entries()) {
    const outcome = await answerQuestion(ctx, id, answer.question, answer.text)
    const waiting = answers.slice(index)
    if (!outcome.ok)
      return refuse(outcome, { answers: Object.fromEntries(waiting.map((one) => [one.question, one.text])) })
  }
  return null
}

/** Where an entry form leads after it was saved: to the check page, to a filter, to a cell, or back to where it was. */
function nextOf(wish: string, id: string, url: URL, done: 'luu' | 'tra-loi'): string {
  const address = `/desk/bao-cao/${id}`
  if (wish === 'kiem-tra') return `${address}/kiem-tra`
  if (wish.startsWith('lich-su:')) return `${address}/o/${encodeURIComponent(wish.slice('lich-su:'.length))}`
  const other = wish.startsWith('giu:') ? parseId<'Report'>(wish.slice('giu:'.length)) : null
  if (other) return `/desk/bao-cao/${other}`
  const register = recordKinds.find((one) => wish === `so:${one}`)
  if (register) return registerPath[register]
  const filter = filters.find((one) => wish === `loc:${one}`)
  if (filter) return `${address}?${new URLSearchParams({ loc: filter, da: done })}`
  const cell = wish.startsWith('o:') ? wish.slice(2) : url.searchParams.get('o')
  const [, page = url.searchParams.get('trang') ?? ''] = /^trang:(\d{1,4})$/.exec(wish) ?? []
  const kept = {
    ...(page === '' ? {} : { trang: page }),
    ...(url.searchParams.get('loc') ? { loc: url.searchParams.get('loc') ?? '' } : {}),
    ...(cell ? { o: cell } : {}),
  }
  const hash = wish.startsWith('o:') ? `#o-${wish.slice(2).replace(':', '-')}` : ''
  return `${address}?${new URLSearchParams({ ...kept, da: done })}${hash}`
}

type Versioned = (ctx: Ctx, id: ReportId, version: number) => Promise<Outcome<undefined, Refusal>>

async function step(event: RequestEvent, name: string, command: Versioned) {
  const form = await event.request.formData()
  const outcome = await command(contextOf(event.locals), idOf(event.params.id), versionOf(form))
  return outcome.ok ? backTo(event, name) : refuse(outcome, {})
}

function backTo(event: RequestEvent, done: string): never {
  const opened = event.url.searchParams.get('o')
  redirect(
    303,
    `/desk/bao-cao/${event.params.id}?${new URLSearchParams({ da: done, ...(opened ? { o: opened } : {}) })}`,
  )
}

type Kept = {
  typed?: Record<string, { raw: string; note: string }>
  asked?: Record<string, string>
  answers?: Record<string, string>
  decision?: string
}

function refuse(outcome: Exclude<Outcome<unknown, Refusal>, { ok: true }>, kept: Kept) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const conflicts =
    refusal.code === 'cells-changed-by-another'
      ? Object.fromEntries(
          refusal.cells.map(({ key, now, note, by, isOwn, at }) => [
            key,
            { raw: now, note, by, isOwn, when: whenSaid(at) },
          ]),
        )
      : {}
  return fail(refusal.code === 'changed-meanwhile' || refusal.code === 'not-now' ? 409 : 422, {
    message: refusalText(refusal),
    conflicts,
    typed: kept.typed ?? {},
    asked: kept.asked ?? {},
    answers: kept.answers ?? {},
    decision: kept.decision ?? '',
  })
}

function versionOf(form: FormData): number {
  const version = Number(textOf(form, 'ban', 12))
  return Number.isSafeInteger(version) ? version : -1
}

function idOf(text: string | undefined): ReportId {
  const id = parseId<'Report'>(text)
  if (!id) error(404, 'Không có trang này')
  return id
}
