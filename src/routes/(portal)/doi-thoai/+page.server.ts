import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { takesQuestions } from '#modules/activities/public-dialogue.ts'
import { publicDialogues } from '#modules/activities/public-queries.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const today = dayInVietnam(locals.now)
  const code = /^[a-z0-9-]{1,80}$/.exec(url.searchParams.get('don-vi') ?? '')?.[0] ?? null
  const page = Number(/^\d{1,5}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)
  const found = await publicDialogues(locals.db, { unitCode: code, page, today })
  return {
    page: found.page,
    pages: found.pages,
    total: found.total,
    code,
    lines: found.lines.map((line) => ({
      id: line.id,
      subject: line.subject,
      unitName: line.unitName,
      unitCode: line.unitCode,
      state: line.state,
      day: formatDay(line.heldOn),
      asksUntil: takesQuestions(line, today) && line.questionsUntil ? formatDay(line.questionsUntil) : null,
      answers: line.answers,
      kept: line.kept,
    })),
  }
}
