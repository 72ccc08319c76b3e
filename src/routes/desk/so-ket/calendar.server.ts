import { formatDay } from '#kernel/local-date.ts'
import { parseId } from '#kernel/ids.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayKeepSheets } from '#modules/access/sheet.ts'
import { owingLabel, reviewKindLabel } from '#modules/directives/review.ts'
import { reviewCalendar } from '#modules/directives/review-queries.server.ts'
import { mustBe } from '../registers/sheet-page.server.ts'

/** Where a document of the library is read on the desk: a unit's own by its id, the country's by its code. */
export function directivePath(code: string): string {
  return parseId(code) ? `/desk/van-ban-chi-dao/${code}` : `/desk/van-ban-chi-dao/chung/${code}`
}

/** The calendar in words, with how many of its milestones ask for something. */
export async function calendarShown(ctx: Ctx) {
  const { lines, communes, from, to } = mustBe(await reviewCalendar(ctx))
  const mayWrite = mayKeepSheets(ctx.actor, ctx.actor)
  const fromAbove = ctx.actor.unit === ctx.actor.province
  return {
    span: `Các mốc từ ${formatDay(from)} đến ${formatDay(to)}`,
    reminders: lines.filter(({ owing }) => owing === 'overdue' || owing === 'near').length,
    lines: lines.map((line) => ({
      ...{ key: `${line.code} ${line.years}`, href: directivePath(line.code), number: line.number },
      ...{ subject: line.subject, day: formatDay(line.day), iso: line.day, owing: line.owing },
      what: `${reviewKindLabel[line.kind]} ${line.years} năm`,
      owingText: owingLabel[line.owing],
      held: fromAbove ? `${line.heldBy}/${communes} xã, phường đã ghi` : null,
      writeHref:
        mayWrite && line.owing !== 'held' && line.owing !== 'ahead'
          ? `/desk/so-ket/moi?${new URLSearchParams({ 'van-ban': line.code, loai: line.kind, nam: String(line.years) })}`
          : null,
    })),
  }
}
