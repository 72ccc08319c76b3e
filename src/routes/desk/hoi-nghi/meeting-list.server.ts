import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { delegateLevelName, sessionTimeName, trainingKindName } from '#modules/activities/meeting-labels.ts'
import type { MeetingFilter } from '#modules/activities/meeting-queries.server.ts'
import { meetingKinds, type MeetingFacts } from '#modules/activities/meeting.ts'
import { mayReadRegisters } from '#modules/activities/policy.ts'
import { unitOfCode } from '#modules/activities/queries.server.ts'
import { said, wordsIn, yearIn } from '../activity-form.server.ts'

/** What of the register an address asks for; a province sees all of its units where nothing else is said. */
export async function meetingFilterOf(
  ctx: Ctx,
  url: URL,
): Promise<{ filter: MeetingFilter; kept: Record<string, string> }> {
  const asked = url.searchParams
  const code = asked.get('don-vi')?.slice(0, 80) ?? null
  const named = code === null ? null : await unitOfCode(ctx, code)
  if (code !== null && !named) error(404, 'Không có trang này')
  const isAll = code === null && mayReadRegisters(ctx.actor) && asked.get('phia') !== 'ghi'
  const kind = meetingKinds.find((one) => one === asked.get('loai')) ?? null
  const [year, words] = [yearIn(url), wordsIn(url)]
  const kept = {
    ...(code === null ? {} : { 'don-vi': code }),
    ...(asked.get('phia') === 'ghi' ? { phia: 'ghi' } : {}),
    ...(kind ? { loai: kind } : {}),
    ...(year === null ? {} : { nam: String(year) }),
    ...(words ? { tim: words } : {}),
  }
  return { filter: { unit: isAll ? null : (named ?? ctx.actor.unit), kind, year, words }, kept }
}

/** The counts of a meeting in one line; what nobody counted is said to be so. */
export function countsSaid(facts: MeetingFacts): string[] {
  const heads = (word: string, amount: number | null): string =>
    amount === null ? `không đếm ${word}` : `${said(amount)} ${word}`
  switch (facts.kind) {
    case 'conference':
    case 'congress':
    case 'dissemination':
      return [heads('lượt người', facts.attendances)]
    case 'training':
      return [trainingKindName[facts.trainingKind], `${facts.classes} lớp`, heads('lượt học viên', facts.attendances)]
    case 'voters':
      return [
        delegateLevelName[facts.delegatesOf],
        ...(facts.session ? [sessionTimeName[facts.session]] : []),
        heads('lượt cử tri', facts.attendances),
        ...opinionsSaid(facts),
      ]
    case 'criticism':
      return [heads('lượt người', facts.attendances), ...opinionsSaid(facts)]
    case 'feedback':
      return opinionsSaid(facts)
    case 'support': {
      const until = facts.untilOn === null ? 'chưa ghi ngày kết thúc' : `đến ${formatDay(facts.untilOn)}`
      return [`${facts.helper} giúp ${facts.helped.place}`, until]
    }
  }
}

function opinionsSaid({ opinions, answered }: { opinions: number | null; answered: number | null }): string[] {
  if (opinions === null) return ['không đếm ý kiến']
  return [`${said(opinions)} ý kiến${answered === null ? '' : `, đã trả lời ${said(answered)}`}`]
}
