import { error, redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay, formatDayOfWeek, parseLocalDate, partsOf } from '#kernel/local-date.ts'
import { tidy } from '#kernel/text.ts'
import { confirmEstimate, endConfirmation, withdrawNotice } from '#modules/calendar/commands.server.ts'
import { dayKindLabel, standingLabel } from '#modules/calendar/labels.ts'
import { calendarPage } from '#modules/calendar/queries.server.ts'
import type { NoticeVersion } from '#modules/calendar/year.ts'
import { ctxOf, textOf } from '../context.server.ts'
import { mend } from '../../form-answer.server.ts'
import { calendarNo, yearIn } from './answer.server.ts'
import { monthsOf } from './months.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = { ...ctxOf(locals), db: locals.db }
  const asked = url.searchParams.get('nam')
  const outcome = await calendarPage(ctx, asked === null ? null : yearIn(asked))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const page = outcome.value
  return {
    years: page.years.map((one) => ({ ...one, word: wordOf(one.standing) })),
    year: page.year.year,
    standing: page.year.standing,
    word: wordOf(page.year.standing),
    isEntered: page.year.isEntered,
    months: page.days.length === 0 ? [] : monthsOf(page.year.year, page.days),
    days: page.days.map((one) => ({
      ...{ day: one.day, said: formatDayOfWeek(one.day), kind: one.kind, kindSaid: dayKindLabel[one.kind] },
      ...{ name: one.name, pair: one.pair ? formatDay(one.pair) : '', basis: one.basis },
    })),
    confirmation: page.confirmation && {
      reason: page.confirmation.reason,
      until: formatDay(page.confirmation.until),
      by: page.confirmation.by,
      on: formatDay(dayInVietnam(page.confirmation.at)),
    },
    history: page.history.map(said),
    version: page.history[0]?.version ?? 0,
    shippedDiffers: page.shippedDiffers.map((one) => ({
      day: formatDayOfWeek(one.day),
      was: one.was ? dayKindLabel[one.was.kind] : 'ngày thường',
      now: one.now ? dayKindLabel[one.now.kind] : 'ngày thường',
    })),
    mayKeep: page.mayKeep,
    today: formatDay(dayInVietnam(locals.now)),
    isPast: page.year.year < partsOf(dayInVietnam(locals.now)).year,
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  'xac-nhan': async ({ locals, request }) => {
    const ctx = { ...ctxOf(locals), db: locals.db }
    const form = await request.formData()
    const year = yearIn(textOf(form, 'nam', 4))
    const typed = { lyDo: textOf(form, 'lyDo', 300), denNgay: textOf(form, 'denNgay', 20) }
    const until = parseLocalDate(typed.denNgay)
    if (!until) return mend({ denNgay: `Cần một ngày có thật, ví dụ 31/3/${year}.` }, typed)
    const outcome = await confirmEstimate(ctx, year, { reason: tidy(typed.lyDo), until })
    if (!outcome.ok) return calendarNo(outcome, typed)
    redirect(303, `/admin/lich-lam-viec?nam=${year}&da=xac-nhan`)
  },
  'bo-xac-nhan': async ({ locals, request }) => {
    const year = yearIn(textOf(await request.formData(), 'nam', 4))
    const outcome = await endConfirmation({ ...ctxOf(locals), db: locals.db }, year)
    if (!outcome.ok) return calendarNo(outcome, {})
    redirect(303, `/admin/lich-lam-viec?nam=${year}&da=bo-xac-nhan`)
  },
  'bo-thong-bao': async ({ locals, request }) => {
    const form = await request.formData()
    const year = yearIn(textOf(form, 'nam', 4))
    const typed = { lyDo: textOf(form, 'lyDo', 300) }
    const version = Number(textOf(form, 'banGhi', 6))
    const outcome = await withdrawNotice({ ...ctxOf(locals), db: locals.db }, year, {
      version,
      reason: tidy(typed.lyDo),
    })
    if (!outcome.ok) return calendarNo(outcome, typed)
    redirect(303, `/admin/lich-lam-viec?nam=${year}&da=bo-thong-bao`)
  },
}

function wordOf(standing: keyof typeof standingLabel | 'not-known'): string {
  return standing === 'not-known' ? 'chưa có lịch' : standingLabel[standing]
}

function said(version: NoticeVersion) {
  return {
    version: version.version,
    at: version.at.toISOString(),
    on: formatDay(dayInVietnam(version.at)),
    by: version.by,
    what:
      version.state === 'withdrawn'
        ? 'bỏ lịch đã ghi, dùng lại lịch đi kèm phần mềm'
        : `${version.version === 1 ? 'ghi' : 'ghi lại'} theo ${version.number}${version.issuedOn ? ` ngày ${formatDay(version.issuedOn)}` : ''}`,
    reason: version.reason,
  }
}
