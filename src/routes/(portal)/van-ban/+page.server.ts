import { dayInVietnam } from '#kernel/local-date.ts'
import { publicLibrary } from '#modules/directives/library-queries.server.ts'
import { directiveKindLabel } from '#modules/directives/number-words.ts'
import { publishedMovement } from '#modules/movement/published-queries.server.ts'
import { askedLibrary, lineShown } from '../../library-lines.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { question, asked } = askedLibrary(url)
  const { lines, ...page } = await publicLibrary(locals.db, question)
  const today = dayInVietnam(locals.now)
  return {
    ...page,
    asked,
    kinds: page.kinds.map((value) => ({ value, label: directiveKindLabel[value] })),
    lines: lines.map((line) => ({ ...lineShown(line, today), href: `/van-ban/${line.code}` })),
    movement: question.words === '' ? await publishedMovement(locals.db) : [],
  }
}
