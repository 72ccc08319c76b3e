import { redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { periodKey, periodName, predecessorOf, successorOf, type Period } from '#kernel/period.ts'
import { sheetOfBrowser, sheetSections } from '#modules/brief/documents.ts'
import { briefPathOf } from '#modules/brief/paths.ts'
import { mayChooseFigures } from '#modules/brief/policy.ts'
import { briefSections } from '#modules/brief/sections.ts'
import { briefNature, briefTitle, figureRows } from '#modules/brief/words.ts'
import { offeredPeriods, typedPeriod } from '#modules/reporting/period-choice.ts'
import { periodChoice } from '#modules/reporting/period-choice-queries.server.ts'
import { contextOf } from '../context.ts'
import { askedPeriod, briefOf } from './brief-of.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const choice = await periodChoice(ctx)
  const typed = (url.searchParams.get('go') ?? '').slice(0, 100).trim()
  const read = typed === '' ? null : typedPeriod(typed, choice.book)
  if (read && !('problem' in read)) redirect(303, briefPathOf(read))
  const period = await askedPeriod(locals, url)
  const today = dayInVietnam(locals.now)
  const brief = await briefOf(locals, period)
  const next = successorOf(period, choice.book)
  const link = (one: Period | null) => one && { href: briefPathOf(one), name: periodName(one, choice.book) }
  const usual = offeredPeriods(choice.offered, today)
  const all = usual.some((one) => periodKey(one) === periodKey(period)) ? usual : [period, ...usual]
  return {
    period: { key: periodKey(period), from: formatDay(period.from), to: formatDay(period.to) },
    title: briefTitle({ period }),
    before: link(predecessorOf(period, choice.book)),
    // Of what has not begun there is nothing to sum up.
    after: link(next && next.from <= today ? next : null),
    periods: all.map((one) => ({ key: periodKey(one), name: periodName(one, choice.book) })),
    typed: read ? { text: typed, problem: read.problem } : null,
    mayChoose: mayChooseFigures(ctx.actor),
    brief:
      'problem' in brief
        ? brief
        : {
            unitName: brief.unit.name,
            nature: briefNature(brief),
            rows: figureRows(brief),
            sections: briefSections(brief),
            onSheet: sheetSections(brief, sheetOfBrowser),
          },
  }
}
