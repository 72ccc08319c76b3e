import { error, fail, redirect } from '@sveltejs/kit'
import { dayInVietnam, daysBetween, parseLocalDate, partsOf } from '#kernel/local-date.ts'
import {
  halfYearOf,
  nineMonthsOf,
  parsePeriodKey,
  rangeOf,
  yearOf,
  type Period,
  type PeriodBook,
  type Regime,
} from '#kernel/period.ts'
import { handoversOf } from '#modules/access/life-queries.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { beginReport } from '#modules/reporting/commands.server.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { refusalText } from '#modules/reporting/labels.ts'
import { endedCumulative } from '#modules/reporting/obligation.ts'
import { typedPeriod } from '#modules/reporting/period-choice.ts'
import { periodChoice } from '#modules/reporting/period-choice-queries.server.ts'
import { currentTemplate, parseTemplateCode } from '#modules/reporting/report.ts'
import { templateChoices } from '#modules/reporting/template-choice-queries.server.ts'
import { maySeeProvince } from '#modules/reporting/policy.ts'
import { homePage } from '#modules/reporting/home-queries.server.ts'
import { contextOf } from './context.ts'
import { handoverSaid } from './handover.ts'
import { waitingElsewhere } from './waiting.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  if (locals.actor?.duty === 'administrator') redirect(303, '/admin')
  if (locals.actor && readsOnly(locals.actor) && maySeeProvince(locals.actor)) redirect(303, '/desk/tong-hop')
  const ctx = contextOf(locals)
  const handovers = await handoversOf(locals.access, ctx.actor, locals.now)
  const home = await homePage(ctx)
  return {
    home,
    waiting: await waitingElsewhere(ctx, home.unit.code),
    handovers: handovers.map((handover) => handoverSaid(handover, ctx.actor.account)),
    templates: await templateChoices(ctx),
    suggested: suggestedOn(dayInVietnam(locals.now)),
    saved: url.searchParams.get('da'),
    filter: filters.find((one) => one === url.searchParams.get('loc')) ?? null,
  }
}

export const actions: Actions = {
  mo: async ({ request, locals }) => {
    const ctx = contextOf(locals)
    const form = await request.formData()
    const typed = {
      ky: textOf(form, 'ky', 30),
      nam: textOf(form, 'nam', 10),
      tu: textOf(form, 'tu', 20),
      den: textOf(form, 'den', 20),
      go: textOf(form, 'go', 100),
      mau: textOf(form, 'mau', 60) || currentTemplate,
    }
    const { book } = await periodChoice(ctx)
    const period = periodOf(typed, book)
    if ('problem' in period) return fail(422, { message: period.problem, field: period.field, typed })
    const template = parseTemplateCode(typed.mau) ?? error(404, 'Không có trang này')
    const outcome = await beginReport(ctx, { unit: ctx.actor.unit, template, period })
    if (outcome.ok) redirect(303, `/desk/bao-cao/${outcome.value}`)
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    return fail(422, { message: refusalText(outcome.refusal), field: null, typed })
  },
}

/** The groups of the list of work that can be looked at alone. */
const filters = ['qua-han', 'sap-den', 'tra-lai', 'cho'] as const

/** Ten years: the longest review of a resolution. */
const longestRange = 3660

type Typed = { ky: string; nam: string; tu: string; den: string; go: string }

/** The periods of a year that are chosen by name; the quarters stand on the list of work. */
const ofYear: Record<string, { regime: Regime; of: (year: number) => Period }> = {
  'sau-thang': { regime: 'half-year', of: halfYearOf },
  'chin-thang': { regime: 'nine-months', of: nineMonthsOf },
  nam: { regime: 'year', of: yearOf },
}

/** What somebody who opens another period most likely wants: the one that ended last. */
function suggestedOn(today: Period['to']): { ky: string; nam: string } {
  const [latest] = endedCumulative(today)
  const choice = Object.entries(ofYear).find(([, { regime }]) => regime === latest?.regime)
  return { ky: choice?.[0] ?? 'nam', nam: String(partsOf(latest?.to ?? today).year) }
}

function periodOf({ ky, nam, tu, den, go }: Typed, book: PeriodBook): Period | { problem: string; field: string } {
  if (ky === 'go') return readTyped(go, book)
  const named = Object.hasOwn(ofYear, ky) ? ofYear[ky] : undefined
  if (named) {
    const year = /^\d{4}$/.test(nam.trim()) ? parsePeriodKey(nam.trim()) : null
    return year
      ? named.of(partsOf(year.from).year)
      : { problem: 'Xin ghi năm bằng bốn chữ số, ví dụ 2026.', field: 'nam' }
  }
  if (ky === 'khoang') {
    const from = parseLocalDate(tu)
    const to = parseLocalDate(den)
    if (!from) return { problem: 'Ngày đầu kỳ chưa đúng. Xin ghi như 1/1/2026.', field: 'tu' }
    if (!to) return { problem: 'Ngày cuối kỳ chưa đúng. Xin ghi như 30/9/2026.', field: 'den' }
    if (daysBetween(from, to) > longestRange)
      return { problem: 'Kỳ dài quá mười năm. Xin xem lại hai ngày.', field: 'tu' }
    return rangeOf(from, to) ?? { problem: 'Ngày cuối kỳ đứng trước ngày đầu kỳ. Xin xem lại hai ngày.', field: 'den' }
  }
  return parsePeriodKey(ky) ?? { problem: 'Xin chọn kỳ báo cáo.', field: 'ky' }
}

function readTyped(go: string, book: PeriodBook): Period | { problem: string; field: string } {
  const period = typedPeriod(go, book)
  if ('problem' in period) return { ...period, field: 'go' }
  return daysBetween(period.from, period.to) > longestRange
    ? { problem: 'Kỳ dài quá mười năm. Xin gõ kỳ ngắn hơn.', field: 'go' }
    : period
}
