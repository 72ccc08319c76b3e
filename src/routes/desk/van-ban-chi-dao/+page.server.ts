import { formatDay } from '#kernel/local-date.ts'
import { mayKeepSheets } from '#modules/access/sheet.ts'
import { directiveKindLabel } from '#modules/directives/number-words.ts'
import { libraryPage } from '#modules/directives/library-queries.server.ts'
import { contextOf } from '../context.ts'
import { askedLibrary, lineShown } from '../../library-lines.server.ts'
import { mustBe, saidOf } from '../registers/sheet-page.server.ts'
import { directivePath } from '../so-ket/calendar.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const { question, asked } = askedLibrary(url)
  const { lines, ...page } = mustBe(await libraryPage(ctx, question))
  return {
    ...page,
    asked,
    today: formatDay(question.today(ctx.now)),
    kinds: page.kinds.map((value) => ({ value, label: directiveKindLabel[value] })),
    lines: lines.map((line) => ({ ...lineShown(line, question.today(ctx.now)), href: directivePath(line.code) })),
    mayKeep: mayKeepSheets(ctx.actor, ctx.actor),
    said: saidOf(url, { ghi: 'Đã ghi văn bản vào thư viện.', go: 'Đã gỡ văn bản khỏi thư viện.' }),
  }
}
