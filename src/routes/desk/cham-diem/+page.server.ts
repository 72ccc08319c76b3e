import { error } from '@sveltejs/kit'
import { roundStatusName, sheetPartName, subjectKindName } from '#modules/movement/appraisal-labels.ts'
import { roundsPage } from '#modules/movement/appraisal-queries.server.ts'
import { scopeLabel } from '#modules/movement/labels.ts'
import { contextOf } from '../context.ts'
import { slugOfPart } from './appraisal-form.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const outcome = await roundsPage(contextOf(locals))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { rounds, waiting, mayOpen } = outcome.value
  return {
    mayOpen,
    rounds: rounds.map((round) => ({
      id: round.id,
      title: round.title,
      status: roundStatusName[round.status],
      facts: [
        `Năm ${round.year}`,
        round.scope === null ? subjectKindName[round.subjectKind] : scopeLabel[round.scope],
        `${round.subjects} đối tượng`,
        `${round.holderName} tổ chức`,
      ].join(' · '),
    })),
    waiting: waiting.slice(0, 100).map(({ round, subject, part }) => ({
      href: `/desk/cham-diem/${round.id}/${subject.id}/${slugOfPart(part)}`,
      name: subject.name,
      part: sheetPartName[part],
      title: round.title,
    })),
    waitingCount: waiting.length,
  }
}
