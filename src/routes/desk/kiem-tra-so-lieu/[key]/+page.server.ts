import { redirect } from '@sveltejs/kit'
import { timeInVietnam } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { changeRule, resetRule } from '#modules/figures/check-rule-commands.server.ts'
import { ruleForm, ruleResetForm, ruleTrialForm, ruleVersionField } from '#modules/figures/check-rule-forms.ts'
import { certaintyName, ruleNumbers, severityName } from '#modules/figures/check-rule-labels.ts'
import { standingOf } from '#modules/figures/kept-rule.ts'
import { rulePage, tryRule } from '#modules/reporting/check-rule-queries.server.ts'
import { contextOf } from '../../context.ts'
import { dayShort } from '../../when.ts'
import {
  allowed,
  mendRule,
  mostShown,
  numbersIn,
  refuseRule,
  ruleOnOneLine,
  ruleValues,
  shownPast,
  shownTrial,
  typedIn,
  type RuleAnswer,
} from '../rule-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const isAsked = url.searchParams.get('xem') === 'nam-qua'
  const found = allowed(await rulePage(contextOf(locals), params.key, isAsked))
  const { kept, atWork, history, past, mayChange, mayTry } = found
  const { rule, isOn, isChanged, version } = standingOf(kept)
  const pages = Math.max(1, Math.ceil((past?.findings.length ?? 0) / mostShown))
  const page = Math.min(pages, Math.max(1, Number(url.searchParams.get('trang') ?? '1') || 1))
  return {
    rule: {
      ...{ key: kept.key, number: rule.id, name: kept.name, isOn, isChanged, version, isFixed: kept.isFixed },
      isOwn: kept.house === null,
      relation: ruleOnOneLine(rule),
      house: isChanged && kept.house ? `${severityName[kept.house.severity]}; ${ruleOnOneLine(kept.house)}` : null,
      severity: severityName[rule.severity],
      cause: rule.words?.cause ?? '',
      remedy: rule.words?.remedy ?? '',
      source: kept.source,
      certainty: certaintyName[kept.certainty],
    },
    ...{ atWork, mayChange, mayTry, page, pages },
    values: ruleValues(rule, isOn),
    numbers: ruleNumbers[rule.kind] ?? [],
    past: past && {
      reports: past.reports,
      count: past.findings.length,
      findings: past.findings.slice((page - 1) * mostShown, page * mostShown).map(shownPast),
    },
    history: history.map(({ version: one, by }) => ({
      ...{ version: one.version, reason: one.reason, by },
      what: one.rule
        ? `${one.isOn ? severityName[one.rule.severity] : 'Tắt'}; ${ruleOnOneLine(one.rule)}`
        : 'Trả về như phần mềm đặt',
      ...{ iso: one.at.toISOString(), day: dayShort(one.at), time: timeInVietnam(one.at) },
    })),
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  thu: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const ctx = contextOf(locals)
    const read = readForm(ruleTrialForm, form)
    if (!read.ok) return mendRule(read.errors, typed)
    const outcome = await tryRule(ctx, params.key, { ...read.value, numbers: numbersIn(typed) })
    if (!outcome.ok) return refuseRule(outcome, typed)
    return { typed, errors: {}, trial: shownTrial(outcome.value) } satisfies RuleAnswer
  },
  luu: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const read = readForm(ruleForm, form)
    if (!read.ok) return mendRule(read.errors, typed)
    const version = ruleVersionField.parse(form.get('ban'))
    const entry = { ...read.value, numbers: numbersIn(typed) }
    const outcome = await changeRule(contextOf(locals), params.key, version, entry)
    if (outcome.ok) redirect(303, `/desk/kiem-tra-so-lieu/${params.key}?da=luu`)
    return refuseRule(outcome, typed)
  },
  've-mac-dinh': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const read = readForm(ruleResetForm, form)
    if (!read.ok) return mendRule(read.errors, typed)
    const version = ruleVersionField.parse(form.get('ban'))
    const outcome = await resetRule(contextOf(locals), params.key, version, read.value.back)
    if (outcome.ok) redirect(303, `/desk/kiem-tra-so-lieu/${params.key}?da=ve-mac-dinh`)
    return refuseRule(outcome, typed)
  },
}
