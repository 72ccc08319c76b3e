import { formatDay } from '#kernel/local-date.ts'
import { delegateLevelName, sessionTimeName, trainingKindName } from '#modules/activities/meeting-labels.ts'
import type { Meeting, MeetingFacts } from '#modules/activities/meeting.ts'
import { said } from '../activity-form.server.ts'

type Fact = { term: string; value: string }

/** What stands of a meeting, as terms: what every kind has, then its own. */
export function meetingFacts({ organiser, place, facts }: Meeting): Fact[] {
  return [
    ...(organiser ? [{ term: 'Cơ quan tổ chức', value: organiser }] : []),
    ...(place ? [{ term: 'Nơi tổ chức', value: place }] : []),
    ...ownFacts(facts),
  ]
}

function ownFacts(facts: MeetingFacts): Fact[] {
  switch (facts.kind) {
    case 'conference':
      return [counted('Lượt người dự', facts.attendances)]
    case 'congress':
      return [{ term: 'Đại hội', value: facts.congressOf }, counted('Lượt người dự', facts.attendances)]
    case 'training':
      return [
        { term: 'Loại lớp', value: trainingKindName[facts.trainingKind] },
        { term: 'Cho cán bộ dân vận', value: facts.isForStaff ? 'có' : 'không' },
        { term: 'Số lớp', value: said(facts.classes) },
        counted('Lượt học viên', facts.attendances),
      ]
    case 'dissemination':
      return [...written('Văn bản', facts.document), counted('Lượt người dự', facts.attendances)]
    case 'voters':
      return [
        { term: 'Đại biểu', value: delegateLevelName[facts.delegatesOf] },
        ...(facts.session ? [{ term: 'Khi nào', value: sessionTimeName[facts.session] }] : []),
        counted('Lượt cử tri', facts.attendances),
        ...opinions(facts),
      ]
    case 'criticism':
      return [...written('Dự thảo', facts.document), counted('Lượt người dự', facts.attendances), ...opinions(facts)]
    case 'feedback':
      return [...written('Gửi đến', facts.document), ...opinions(facts)]
    case 'support':
      return [
        { term: 'Ai giúp', value: facts.helper },
        { term: 'Giúp nơi nào', value: `${facts.helped.place}${facts.isMountain ? ' (xã miền núi)' : ''}` },
        { term: 'Đến hết ngày', value: facts.untilOn === null ? 'chưa ghi' : formatDay(facts.untilOn) },
        ...written('Kết quả', facts.result),
      ]
  }
}

function counted(term: string, amount: number | null): Fact {
  return { term, value: amount === null ? 'không đếm' : said(amount) }
}

function written(term: string, value: string): Fact[] {
  return value ? [{ term, value }] : []
}

function opinions(facts: { opinions: number | null; answered: number | null }): Fact[] {
  return [counted('Ý kiến', facts.opinions), counted('Đã có văn bản trả lời', facts.answered)]
}

/** A meeting as an officer would type it. */
export function meetingValues({ heldOn, subject, organiser, place, facts }: Meeting): Record<string, string> {
  const own = Object.entries(facts).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'string') return [[name, name === 'untilOn' ? formatDay(value as Meeting['heldOn']) : value]]
    if (typeof value === 'number') return [[name, said(value)]]
    return typeof value === 'boolean' ? [[name, value ? 'co' : 'khong']] : []
  })
  const speeches =
    facts.kind === 'conference'
      ? facts.speeches.flatMap((one, n): [string, string][] => [
          [`speaker-${n}`, one.speaker],
          [`speech-${n}`, one.subject],
        ])
      : []
  return {
    ...Object.fromEntries([...own, ...speeches]),
    ...(facts.kind === 'support' ? { helped: facts.helped.place } : {}),
    ...{ heldOn: formatDay(heldOn), subject, organiser, place },
  }
}
