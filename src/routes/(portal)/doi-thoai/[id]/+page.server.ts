import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { dueOf } from '#modules/activities/commitment.ts'
import { askerSideName, commitmentKindName } from '#modules/activities/dialogue-words.ts'
import { takesQuestions } from '#modules/activities/public-dialogue.ts'
import { publicDialogue } from '#modules/activities/public-queries.server.ts'
import { standingOf } from '../../../desk/cam-ket-doi-thoai/standing.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const id = parseId<'Dialogue'>(params.id)
  const found = id && (await publicDialogue(locals.db, id))
  if (!id || !found) error(404, 'Không có trang này')
  const { state, content } = found
  const today = dayInVietnam(locals.now)
  const times = [{ day: content.heldOn, startsAt: content.startsAt, place: content.place }, ...content.sessions]
  return {
    id,
    state,
    subject: content.subject,
    unitName: content.unitName,
    unitCode: content.unitCode,
    day: formatDay(content.heldOn),
    isThematic: content.isThematic,
    times: times.map((one) => [one.startsAt, formatDay(one.day), one.place].filter(Boolean).join(', ')),
    chairedBy: content.chairedBy,
    invited: content.invited,
    announcement: content.announcement,
    asksUntil:
      takesQuestions({ state, ...content }, today) && content.questionsUntil ? formatDay(content.questionsUntil) : null,
    attendances: content.attendances,
    conclusion: content.conclusion,
    cancelReason: content.cancelReason,
    answers: content.answers.map((one) => ({
      question: one.question,
      alsoAsked: one.alsoAsked,
      kind: commitmentKindName[one.kind],
      answer: one.answer,
      owner: one.owner,
      due: one.dueOn ? formatDay(one.dueOn) : null,
      standing: one.kind === 'answered' && one.state !== 'open' ? null : standingOf(one.state, dueOf(one, today)),
      outcome: one.kind === 'answered' ? '' : one.outcome,
      doneOn: one.doneOn ? formatDay(one.doneOn) : null,
      asker: one.state === 'closed' && one.asker !== 'unknown' ? askerSideName[one.asker] : null,
    })),
  }
}
