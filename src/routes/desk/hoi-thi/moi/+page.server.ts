import { newId } from '#kernel/ids.ts'
import { contestForm } from '#modules/movement/campaign-forms.ts'
import { recordContest } from '#modules/movement/contest-commands.server.ts'
import { readRounds, teamsKept } from '#modules/movement/contest.ts'
import { contextOf } from '../../context.ts'
import { keeperOf } from '../../registers/keeper.ts'
import { listOf, movementWords } from '../../registers/movement-form.server.ts'
import { afterNew, readSheet, refuse, sheetOfForm } from '../../registers/sheet-page.server.ts'
import { contestFields, path } from '../contest-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  keeperOf(locals)
  const initial: Record<string, string> = {}
  return { sheet: newId<'Sheet'>(locals.now), fields: contestFields, initial }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = contextOf(locals)
    keeperOf(locals)
    const read = await readSheet(request, contestForm, ['to'])
    if (!read.ok) return read.answer
    const { list, rounds: roundsTyped, day: heldOn, title, place } = read.value
    const rounds = readRounds(roundsTyped)
    if (!rounds.ok) return refuse({ ok: false, kind: 'refused', refusal: rounds.fault }, read.typed, movementWords)
    const names = await listOf(ctx, list, heldOn)
    if (!names.ok) return refuse(names, read.typed, movementWords)
    const teams = teamsKept(names.value, { rounds: [], teams: [] }, rounds.value)
    const contest = { title, place, heldOn, rounds: rounds.value, teams, resultsOn: null }
    const outcome = await recordContest(ctx, sheetOfForm(read.typed), contest)
    return afterNew(outcome, path, read.typed, locals.now, movementWords)
  },
}
