import { error, redirect } from '@sveltejs/kit'
import { handOver } from '#modules/access/handover.server.ts'
import { dutyLabel } from '#modules/access/labels.ts'
import { handoverPage, type HandoverPage, type HandoverRow } from '#modules/access/life-queries.server.ts'
import { openWorkOf, type OpenWorkPage } from '#modules/reporting/open-work-queries.server.ts'
import { statusName } from '#modules/reporting/labels.ts'
import { dueDayWord } from '#modules/reporting/obligation.ts'
import { parseId, type Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, formatDay, parseLocalDate } from '#kernel/local-date.ts'
import { periodKey, periodName } from '#kernel/period.ts'
import { answerNo, mend } from '../../form-answer.server.ts'
import { ctxOf, textOf } from '../context.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** In two steps: who, to whom and from when are in the address; then the open work is shown and confirmed by a form. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = ctxOf(locals)
  const page = await handoverPage(locals.access, ctx)
  if (!page) error(404, 'Không có trang này.')
  const asked = askedOf((name) => url.searchParams.get(name) ?? '', page)
  const today = dayInVietnam(locals.now)
  const chosen = asked.ok ? asked.value : null
  const work = chosen ? await workOf(locals, chosen.duty) : null
  const giver = parseId<'Account'>(url.searchParams.get('giao'))
  return {
    query: asked.typed,
    // Errors only once something was asked: the first visit is not a mistake.
    errors: asked.ok || !url.searchParams.has('tu') ? {} : asked.errors,
    tomorrow: formatDay(addDays(today, 1)),
    duties: page.duties
      .filter((duty) => giver === null || duty.account === giver)
      .map((duty) => ({ id: duty.id, label: `${duty.name} – ${dutyLabel[duty.kind]} – ${duty.unitName}` })),
    onlyOne: giver !== null,
    people: page.people.map((person) => ({ id: person.id, label: `${person.name} (${person.signInName})` })),
    recent: page.recent.map(said),
    chosen: chosen && {
      duty: `${dutyLabel[chosen.duty.kind]} – ${chosen.duty.unitName}`,
      from: chosen.duty.name,
      to: chosen.to.name,
      firstDay: formatDay(chosen.firstDay),
      lastDay: formatDay(addDays(chosen.firstDay, -1)),
    },
    work: work && {
      toReview: work.toReview,
      reports: work.reports.map((report) => ({
        key: periodKey(report.period),
        name: periodName(report.period),
        status: report.status === 'not-begun' ? 'chưa bắt đầu' : statusName[report.status],
        questions: report.questions,
        due: dueDayWord(report.timing),
        late: report.timing.daysLeft < 0 && report.status !== 'submitted',
      })),
    },
    done: url.searchParams.has('xong'),
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = ctxOf(locals)
    const page = await handoverPage(locals.access, ctx)
    if (!page) error(404, 'Không có trang này.')
    const form = await request.formData()
    const asked = askedOf((name) => textOf(form, name), page)
    if (!asked.ok) return mend(asked.errors, asked.typed)
    const { duty, to, firstDay } = asked.value
    const work = await workOf(locals, duty)
    const outcome = await handOver(locals.access, ctx, {
      from: duty.account,
      to: to.id,
      duty: duty.id,
      firstDay,
      openReports: work?.reports.length ?? 0,
      openQuestions: work?.reports.reduce((sum, report) => sum + report.questions, 0) ?? 0,
      confirmed: form.get('da-xem') === '1',
    })
    if (!outcome.ok) return answerNo(outcome, fieldOf(outcome), asked.typed)
    redirect(303, '/admin/ban-giao?xong')
  },
}

type Chosen = { duty: HandoverPage['duties'][number]; to: HandoverPage['people'][number]; firstDay: Day }
type Day = NonNullable<ReturnType<typeof parseLocalDate>>
type Typed = { 'nhiem-vu': string; nhan: string; tu: string }

function askedOf(
  text: (name: keyof Typed) => string,
  page: HandoverPage,
): { typed: Typed } & ({ ok: true; value: Chosen } | { ok: false; errors: Record<string, string> }) {
  const typed = { 'nhiem-vu': text('nhiem-vu'), nhan: text('nhan'), tu: text('tu').slice(0, 20) }
  const duty = page.duties.find((one) => one.id === (parseId<'Duty'>(typed['nhiem-vu']) as Id<'Duty'> | null))
  const to = page.people.find((one) => one.id === typed.nhan)
  const firstDay = parseLocalDate(typed.tu)
  if (duty && to && firstDay) return { typed, ok: true, value: { duty, to, firstDay } }
  return {
    typed,
    ok: false,
    errors: {
      ...(duty ? {} : { 'nhiem-vu': 'Chọn nhiệm vụ cần bàn giao.' }),
      ...(to ? {} : { nhan: 'Chọn người nhận.' }),
      ...(firstDay ? {} : { tu: 'Ghi ngày nhận việc như 1/12/2026.' }),
    },
  }
}

/** Reports are entered and reviewed by officers and leaders; the other duties leave none behind. */
async function workOf(locals: App.Locals, duty: HandoverPage['duties'][number]): Promise<OpenWorkPage | null> {
  if (duty.kind === 'administrator' || duty.kind === 'auditor') return { reports: [], toReview: 0 }
  return openWorkOf({ ...ctxOf(locals), db: locals.db }, duty.unit)
}

function fieldOf(outcome: { kind: string; refusal?: { code: string } }): string {
  switch (outcome.refusal?.code) {
    case 'first-day-not-ahead':
    case 'first-day-too-far':
      return 'tu'
    case 'not-confirmed':
      return 'da-xem'
    case 'duty-ends-already':
    case 'duty-already-ended':
      return 'nhiem-vu'
    default:
      return 'nhan'
  }
}

function said(row: HandoverRow) {
  return {
    id: row.id,
    firstDay: formatDay(row.firstDay),
    duty: `${dutyLabel[row.kind]} – ${row.unitName}`,
    from: row.from,
    to: row.to,
    work: `${row.openReports} báo cáo, ${row.openQuestions} câu hỏi`,
  }
}
