import { error, fail, redirect } from '@sveltejs/kit'
import { timeInVietnam } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { parseCellKey } from '#modules/figures/indicator.ts'
import { explainAmended, moveAmendment } from '#modules/reporting/amendment-commands.server.ts'
import { saveAmendment, type AmendedEntry } from '#modules/reporting/amendment-entry-commands.server.ts'
import {
  amendmentMovedName,
  amendmentMoveName,
  amendmentRefusalText,
  amendmentStatusName,
  type AmendmentRefusal,
} from '#modules/reporting/amendment-labels.ts'
import { amendmentPage, type AmendmentField } from '#modules/reporting/amendment-queries.server.ts'
import { amendmentMoves, needsNote } from '#modules/reporting/amendment.ts'
import { behindSaid } from '#modules/reporting/behind.ts'
import { longest, textOf } from '#modules/reporting/forms.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { contextOf, idOf } from '../../../../context.ts'
import { dayShort } from '../../../../when.ts'
import { amendmentKind } from '../kind.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await amendmentPage(contextOf(locals), idOf(params.id), numberOf(params.n))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { report, unit, amendment, said, fields, moves, events } = outcome.value
  const titles = [...new Set(fields.map(({ section }) => section))]
  const wanted = Math.max(0, Number(url.searchParams.get('muc') ?? '1') - 1)
  const at = Number.isSafeInteger(wanted) && wanted < titles.length ? wanted : 0
  return {
    reportId: report.id,
    n: amendment.n,
    version: amendment.version,
    reason: amendment.reason,
    status: amendmentStatusName[amendment.status],
    kind: amendmentKind[amendment.status],
    isLive: amendment.copy === null,
    isAccepted: amendment.copy !== null,
    isPublic: report.status === 'published',
    unitName: unit.name,
    periodName: periodName(report.period),
    differences:
      said?.differences.map(({ cell, name, dimensionName, ...rest }) => ({
        ...rest,
        key: cell.dimension ? `${cell.code} ${dimensionName}` : cell.code,
        name: dimensionName ? `${name}, ${dimensionName}` : name,
      })) ?? null,
    units: said?.behind ? behindSaid(said.behind) : [],
    failing: (said?.findings ?? [])
      .filter((finding) => finding.verdict === 'fails' && amendment.copy === null)
      .map(({ key, explainable, explanation, text }) => ({
        ...{ key, explainable },
        ...{ heading: text.heading, sentence: text.sentence, explanation: explanation?.text ?? '' },
      })),
    section: at + 1,
    sections: titles.map((title, index) => ({
      title,
      n: index + 1,
      touched: fields.filter((field) => field.section === title && field.isTouched).length,
    })),
    fields: fields.filter(({ section }) => section === titles[at]).map(fieldSaid),
    moves: moves.map((move) => ({ move, name: amendmentMoveName[move], needsNote: needsNote(move) })),
    events: events.map(({ move, note, at, by }) => ({
      iso: at.toISOString(),
      day: dayShort(at),
      clock: timeInVietnam(at),
      by,
      note,
      what: amendmentMovedName[move],
    })),
    saved: url.searchParams.get('da'),
  }
}

function fieldSaid({ accepted, ...field }: AmendmentField) {
  const { printed, ...texts } = accepted
  return { ...field, accepted: { ...texts, printed: formatValue(printed.figure.value, printed.numeral) } }
}

export const actions: Actions = {
  luu: async (event) => {
    const form = await event.request.formData()
    const entries = entriesOf(form)
    const outcome = await saveAmendment(contextOf(event.locals), ...placeOf(event), entries)
    if (outcome.ok) redirect(303, `${event.url.pathname}?${new URLSearchParams({ muc: sectionOf(event), da: 'luu' })}`)
    const typed = Object.fromEntries(entries.map(({ cell, raw, note, why }) => [keyOf(cell), { raw, note, why }]))
    return no(outcome, { typed })
  },
  'giai-thich': async (event) => {
    const form = await event.request.formData()
    const key = textOf(form, 'cho', 80)
    const text = textOf(form, 'loi', longest.explanation)
    const outcome = await explainAmended(contextOf(event.locals), ...placeOf(event), key, text)
    if (outcome.ok) redirect(303, `${event.url.pathname}?da=giai-thich`)
    return no(outcome, { explained: { key, text } })
  },
  buoc: async (event) => {
    const form = await event.request.formData()
    const move = amendmentMoves.find((one) => one === form.get('buoc'))
    if (!move) error(404, 'Không có trang này')
    const version = Number(textOf(form, 'ban', 12) || '-1')
    const note = textOf(form, 'loi-nhan', longest.question)
    const outcome = await moveAmendment(contextOf(event.locals), ...placeOf(event), { move, version, note })
    if (outcome.ok) redirect(303, `${event.url.pathname}?da=${move}`)
    return no(outcome, { note })
  },
}

type Kept = {
  typed?: Record<string, { raw: string; note: string; why: string }>
  explained?: { key: string; text: string }
  note?: string
}

function no(
  outcome: { kind: 'forbidden' } | { kind: 'not-found' } | { kind: 'refused'; refusal: AmendmentRefusal },
  kept: Kept,
) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const field = refusal.code === 'amendment-note-missing' ? 'loi-nhan' : ''
  const cells = refusal.code === 'amendment-cells-changed' ? refusal.cells : []
  return fail(409, {
    errors: { [field]: amendmentRefusalText(refusal) },
    changed: Object.fromEntries(cells.map(({ key, now, by }) => [key, `${by} đã ghi “${now || 'trống'}”`])),
    typed: kept.typed ?? {},
    explained: kept.explained ?? null,
    note: kept.note ?? '',
  })
}

function entriesOf(form: FormData): AmendedEntry[] {
  return [...form.keys()]
    .filter((name) => name.startsWith('so.'))
    .map((name) => {
      const key = name.slice('so.'.length)
      const texts = (suffix: string) => ({
        raw: textOf(form, `so${suffix}.${key}`, longest.raw),
        note: textOf(form, `ghi-chu${suffix}.${key}`, longest.note),
        why: textOf(form, `vi-sao${suffix}.${key}`, longest.note),
      })
      return { cell: parseCellKey(key), ...texts(''), was: texts('-cu') }
    })
}

function keyOf({ code, dimension }: { code: string; dimension: string }): string {
  return dimension ? `${code}:${dimension}` : code
}

function sectionOf(event: RequestEvent): string {
  return event.url.searchParams.get('muc') ?? '1'
}

function placeOf(event: RequestEvent): [ReportId, number] {
  return [idOf<'Report'>(event.params.id), numberOf(event.params.n)]
}

function numberOf(text: string): number {
  const n = Number(text)
  if (!/^\d{1,4}$/.test(text) || n < 1) error(404, 'Không có trang này')
  return n
}
