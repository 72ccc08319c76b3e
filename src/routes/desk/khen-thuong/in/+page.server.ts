import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay, partsOf } from '#kernel/local-date.ts'
import { competenceFor } from '#modules/commendation/law.ts'
import { recipientName } from '#modules/commendation/labels.ts'
import { grantedHere } from '#modules/commendation/register-queries.server.ts'
import { contextOf } from '../../context.ts'
import { wordsOf } from '../award-form.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const thisYear = partsOf(dayInVietnam(locals.now)).year
  const asked = url.searchParams.get('nam') ?? ''
  const year = /^(19|20)\d\d$/.test(asked) ? Number(asked) : thisYear
  const outcome = await grantedHere(contextOf(locals), year)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, book } = outcome.value
  return {
    year,
    years: [...new Set([thisYear, thisYear - 1, thisYear - 2, year])],
    lines: lines.map(({ award, unitName }) => ({
      id: award.id,
      ...wordsOf(book, award),
      recipient: award.recipient,
      kind: recipientName[award.recipientKind],
      unitName,
      decision: award.decision ? `${award.decision.number} ngày ${formatDay(award.decision.on)}` : '',
      book: award.decision?.bookNumber ?? 0,
      hasLayout:
        award.decision !== null && Boolean(competenceFor(book, award.form, award.level, award.decision.on)?.layout),
    })),
    problem: url.searchParams.get('loi'),
  }
}
