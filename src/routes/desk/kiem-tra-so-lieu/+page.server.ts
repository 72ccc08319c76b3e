import { formatDay } from '#kernel/local-date.ts'
import { severityName } from '#modules/figures/check-rule-labels.ts'
import { standingOf } from '#modules/figures/kept-rule.ts'
import { isExplainedAway, rulesPage, type RuleLine } from '#modules/reporting/check-rule-queries.server.ts'
import { contextOf } from '../context.ts'
import { allowed, ruleOnOneLine } from './rule-form.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { lines, mayChange, mayTry, from, to } = allowed(await rulesPage(contextOf(locals)))
  const shown = lines.map(shownLine)
  return {
    ...{ mayChange, mayTry, from: formatDay(from), to: formatDay(to) },
    counts: lines.some(({ atWork }) => atWork !== null),
    groups: [
      { key: 'cua-tinh', title: 'Quy tắc riêng của tỉnh', lines: shown.filter(({ isOwn }) => isOwn) },
      { key: 'san-co', title: 'Quy tắc sẵn có', lines: shown.filter(({ isOwn }) => !isOwn) },
    ].filter((group) => group.lines.length > 0),
  }
}

function shownLine({ kept, atWork }: RuleLine) {
  const { rule, isOn, isChanged } = standingOf(kept)
  return {
    key: kept.key,
    number: rule.id,
    name: kept.name,
    relation: ruleOnOneLine(rule),
    severity: severityName[rule.severity],
    weight: rule.severity,
    isOn,
    isChanged,
    isOwn: kept.house === null,
    atWork: atWork && { ...atWork, isExplainedAway: isExplainedAway(atWork) },
  }
}
