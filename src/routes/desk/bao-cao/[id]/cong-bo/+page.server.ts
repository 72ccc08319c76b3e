import { error, fail, redirect } from '@sveltejs/kit'
import { parseLocalDate } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { publishReport } from '#modules/reporting/commands.server.ts'
import { longest, textOf } from '#modules/reporting/forms.ts'
import { refusalText, type Refusal } from '#modules/reporting/labels.ts'
import {
  cancelPublicationPlan,
  planPublication,
  withdrawReport,
} from '#modules/reporting/publication-commands.server.ts'
import { publicationPage } from '#modules/reporting/publication-queries.server.ts'
import { contextOf, idOf } from '../../../context.ts'
import { whenSaid } from '../../../when.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await publicationPage(contextOf(locals), idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { page, plan, withdrawn, openAmendment } = outcome.value
  return {
    reportId: page.report.id,
    version: page.report.version,
    unitName: page.unit.name,
    periodName: periodName(page.report.period),
    mayPublish: page.moves.includes('publish'),
    mayWithdraw: page.moves.includes('withdraw'),
    isPublic: page.report.status === 'published',
    isAccepted: page.report.status === 'accepted',
    publicPath: page.publicPath ?? page.formerPath,
    openAmendment,
    plan: plan && { at: whenSaid(plan.publishAt), by: plan.by, set: whenSaid(plan.at) },
    withdrawn: withdrawn && { when: whenSaid(withdrawn.at), why: withdrawn.why },
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  ngay: async (event) => {
    const form = await event.request.formData()
    return after(
      event,
      'ngay',
      await publishReport(contextOf(event.locals), idOf(event.params.id), versionOf(form)),
      {},
    )
  },
  hen: async (event) => {
    const form = await event.request.formData()
    const [day, hour] = [textOf(form, 'ngay', 10), textOf(form, 'gio', 5)]
    const at = momentOf(day, hour)
    const outcome = await planPublication(contextOf(event.locals), idOf(event.params.id), versionOf(form), at)
    return after(event, 'hen', outcome, { day, hour })
  },
  'bo-hen': async (event) =>
    after(event, 'bo-hen', await cancelPublicationPlan(contextOf(event.locals), idOf(event.params.id)), {}),
  go: async (event) => {
    const form = await event.request.formData()
    const why = textOf(form, 'vi-sao', longest.question)
    const outcome = await withdrawReport(contextOf(event.locals), idOf(event.params.id), versionOf(form), why)
    return after(event, 'go', outcome, { why })
  },
}

/** A day and an hour as they are said in Vietnam; null when one of them is not read. */
function momentOf(day: string, hour: string): Date | null {
  const read = /^(\d{1,2})[:hg.](\d{2})?$|^(\d{1,2})$/.exec(hour.trim())
  const on = parseLocalDate(day)
  const [h, m] = [Number(read?.[1] ?? read?.[3]), Number(read?.[2] ?? 0)]
  if (!read || !on || h > 23 || m > 59) return null
  const two = (n: number) => String(n).padStart(2, '0')
  return new Date(`${on}T${two(h)}:${two(m)}:00+07:00`)
}

const fieldOf: Partial<Record<Refusal['code'], string>> = {
  'moment-not-read': 'ngay',
  'moment-passed': 'ngay',
  'withdrawal-without-reason': 'vi-sao',
  'personal-number': 'vi-sao',
}

type Kept = { day?: string; hour?: string; why?: string }

function after(event: RequestEvent, word: string, outcome: Outcome<undefined, Refusal>, kept: Kept) {
  if (outcome.ok) redirect(303, `${event.url.pathname}?da=${word}`)
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const errors: Record<string, string> = { [fieldOf[refusal.code] ?? '']: refusalText(refusal) }
  return fail(409, { errors, day: kept.day ?? '', hour: kept.hour ?? '', why: kept.why ?? '' })
}

function versionOf(form: FormData): number {
  const version = Number(textOf(form, 'ban', 12) || '-1')
  return Number.isSafeInteger(version) ? version : -1
}
