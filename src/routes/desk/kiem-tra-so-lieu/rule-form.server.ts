import { error, fail } from '@sveltejs/kit'
import { periodName } from '#kernel/period.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { FieldErrors } from '#modules/access/forms.ts'
import {
  numberText,
  relationText,
  ruleFieldOf,
  ruleNumbers,
  ruleRefusalText,
} from '#modules/figures/check-rule-labels.ts'
import type { RuleRefusal } from '#modules/figures/check-rule-labels.ts'
import type { CheckRule } from '#modules/figures/check-rule.ts'
import { writtenParameters } from '#modules/figures/check-rule-reader.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { PastFinding } from '#modules/reporting/back-test.ts'
import type { RuleTrial } from '#modules/reporting/check-rule-queries.server.ts'

/** Our fields are called like this; what else comes is nobody's, and some names may not be handed back at all. */
const fieldName = /^[a-zA-Z][a-zA-Z-]{0,40}$/

/** What of a form is handed back when nothing was saved; longer texts are cut at what a page can hold. */
export function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && fieldName.test(name) ? [[name, value.slice(0, 1000)]] : [],
    ),
  )
}

/** The numbers of a rule in its form stand under `so-` and their name. */
export function numbersIn(typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) => (name.startsWith('so-') ? [[name.slice(3), text]] : [])),
  )
}

/** A rule as its form shows it. */
export function ruleValues(rule: CheckRule, isOn: boolean): Record<string, string> {
  const written = writtenParameters(rule)
  const numbers = (ruleNumbers[rule.kind] ?? []).map(({ name }): [string, string] => {
    const value = written[name]
    return [`so-${name}`, typeof value === 'number' ? numberText(value) : '']
  })
  const { severity, words } = rule
  return {
    ...{ isOn: isOn ? 'bat' : 'tat', severity, cause: words?.cause ?? '', remedy: words?.remedy ?? '', reason: '' },
    ...Object.fromEntries(numbers),
  }
}

/** A rule and its numbers on one line: `D02 / D01`, from what on, how many at least. */
export function ruleOnOneLine(rule: CheckRule): string {
  const values = ruleValues(rule, true)
  const numbers = (ruleNumbers[rule.kind] ?? [])
    .filter(({ name }) => values[`so-${name}`] !== '' && rule.kind !== 'ratio-bounds')
    .map(({ name, label }) => numberInWords(label, values[`so-${name}`] ?? ''))
  return [relationText(rule), ...numbers].join('; ')
}

/** “Tăng, giảm quá (%)” and 50: “tăng, giảm quá 50 %”; “Từ mấy ô” and 3: “từ 3 ô”. */
function numberInWords(label: string, value: string): string {
  const [, words = label, unit = ''] = /^(.*) \((.*)\)$/.exec(label) ?? []
  const said = `${words.charAt(0).toLocaleLowerCase('vi')}${words.slice(1)}`
  return said.includes('mấy') ? said.replace('mấy', value) : `${said} ${value}${unit && ` ${unit}`}`
}

/** More sentences than this on one page nobody reads; how many there are is said. */
export const mostShown = 25

/** A finding of the past as a page shows it, with the way to its cell. */
export function shownPast({ report, unitName, period, key, cells, text }: PastFinding) {
  const [cell] = cells
  const place = cell ? `?o=${encodeURIComponent(cellKey(cell))}#o-${cellKey(cell).replace(':', '-')}` : ''
  return {
    id: `${report} ${key}`,
    href: `/desk/bao-cao/${report}${place}`,
    where: `${unitName}, ${periodName(period)}`,
    heading: text.heading,
    sentence: text.sentence,
  }
}

/** What a trial says, cut to what a page shows. */
export function shownTrial({ before, after, reports, more, less, same }: RuleTrial) {
  const shown = (some: readonly PastFinding[]) => ({
    count: some.length,
    first: some.slice(0, mostShown).map(shownPast),
  })
  return { before, after, reports, more: shown(more), less: shown(less), same: shown(same) }
}

export type ShownTrial = ReturnType<typeof shownTrial>

export type RuleAnswer = { typed: Record<string, string>; errors: FieldErrors; trial: ShownTrial | null }

/** 422: something typed has to be mended. */
export function mendRule(errors: FieldErrors, typed: Record<string, string>) {
  return fail(422, { typed, errors, trial: null } satisfies RuleAnswer)
}

export function allowed<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) error(404, 'Không có trang này')
  return outcome.value
}

/** The sentence of a refusal beside its field; not allowed and not there look the same. */
export function refuseRule(
  outcome: Exclude<Outcome<unknown, RuleRefusal>, { ok: true }>,
  typed: Record<string, string>,
) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const field = ruleFieldOf(refusal)
  const isNumber = refusal.code === 'out-of-range' || refusal.code === 'bounds-crossed' || refusal.code === 'no-bound'
  const errors = { [isNumber ? `so-${field}` : field]: ruleRefusalText(refusal) }
  return fail(409, { typed, errors, trial: null } satisfies RuleAnswer)
}
