import { formatDay } from '#kernel/local-date.ts'
import type { FieldVisit } from '#modules/activities/visit.ts'
import { visitKindName } from '#modules/activities/visit-labels.ts'
import type { VisitChoices } from '#modules/activities/visit-queries.server.ts'

/** How many rows for units a form starts with. */
export const fewestRows = 3

/** A visit as an officer would type it. */
export function visitValues(visit: FieldVisit, topics: readonly string[]): Record<string, string> {
  const others = visit.topics.filter((one) => !topics.includes(one))
  const rows = visit.stops.flatMap(({ name, on }, n) => [
    [`place-${n}`, name],
    [`on-${n}`, on === visit.heldOn ? '' : formatDay(on)],
  ])
  return {
    ...{ kind: visit.kind, ledBy: visit.ledBy, isSurprise: visit.isSurprise ? 'co' : 'khong', plan: visit.plan ?? '' },
    ...{ heldOn: formatDay(visit.heldOn), subject: visit.subject, leadingBody: visit.leadingBody },
    ...{ members: visit.members, topic: visit.topics.join('\n'), otherTopics: others.join('; ') },
    ...{ minutes: visit.minutes, conclusionNumber: visit.conclusion?.number ?? '' },
    conclusionOn: visit.conclusion ? formatDay(visit.conclusion.on) : '',
    ...(Object.fromEntries(rows) as Record<string, string>),
  }
}

/** What the form offers, in words. */
export function choicesShown({ topics, plans, places }: VisitChoices) {
  return {
    topics: topics.map(({ name }) => name),
    plans: plans.map(({ id, kind, subject, quarter }) => ({
      id,
      label: `${visitKindName[kind]}${quarter ? ` quý ${['I', 'II', 'III', 'IV'][quarter - 1] ?? ''}` : ''}: ${subject}`,
    })),
    places,
  }
}
