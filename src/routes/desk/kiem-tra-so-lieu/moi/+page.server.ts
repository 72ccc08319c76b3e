import { error, redirect } from '@sveltejs/kit'
import { readForm } from '#modules/access/forms.ts'
import { addRule } from '#modules/figures/check-rule-commands.server.ts'
import { ownKinds, ownRuleForm, ownRuleTrialForm } from '#modules/figures/check-rule-forms.ts'
import { ruleNumbers } from '#modules/figures/check-rule-labels.ts'
import { mayChangeRules, mayTryRules } from '#modules/figures/check-rule-policy.ts'
import { tryOwnRule } from '#modules/reporting/check-rule-queries.server.ts'
import { contextOf } from '../../context.ts'
import { mendRule, numbersIn, refuseRule, shownTrial, typedIn, type RuleAnswer } from '../rule-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  const { actor } = contextOf(locals)
  if (!mayTryRules(actor)) error(404, 'Không có trang này')
  // The kind decides which fields there are: it is chosen first, on a page of its own address.
  const kind = ownKinds.find((one) => one === url.searchParams.get('loai')) ?? null
  return { kind, numbers: kind ? (ruleNumbers[kind] ?? []) : [], mayChange: mayChangeRules(actor) }
}

export const actions: Actions = {
  thu: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const ctx = contextOf(locals)
    if (!mayTryRules(ctx.actor)) error(404, 'Không có trang này')
    const read = readForm(ownRuleTrialForm, form)
    if (!read.ok) return mendRule(read.errors, typed)
    const outcome = await tryOwnRule(ctx, { ...read.value, numbers: numbersIn(typed) })
    if (!outcome.ok) return refuseRule(outcome, typed)
    return { typed, errors: {}, trial: shownTrial(outcome.value) } satisfies RuleAnswer
  },
  lap: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const ctx = contextOf(locals)
    if (!mayChangeRules(ctx.actor)) error(404, 'Không có trang này')
    const read = readForm(ownRuleForm, form)
    if (!read.ok) return mendRule(read.errors, typed)
    const outcome = await addRule(ctx, { ...read.value, numbers: numbersIn(typed) })
    if (outcome.ok) redirect(303, `/desk/kiem-tra-so-lieu/${outcome.value}?da=lap`)
    return refuseRule(outcome, typed)
  },
}
