import { error, fail, redirect } from '@sveltejs/kit'
import { setLadder } from '#modules/reporting/reminder-commands.server.ts'
import { reminderRefusalText, rungSaid } from '#modules/reporting/reminder-labels.ts'
import { ladderPage } from '#modules/reporting/reminder-queries.server.ts'
import { ladderLimits, type Rung } from '#modules/reporting/reminder.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { contextOf } from '../../context.ts'
import type { Actions, PageServerLoad } from './$types'

/** A row of the form: how many days, before or after, and whom. An empty number is no step. */
export type RungTyped = { days: string; side: string; leaders: boolean }

export const load: PageServerLoad = async ({ locals, url }) => {
  const outcome = await ladderPage(contextOf(locals))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { rungs, ...ladder } = outcome.value
  const typed = rungs.map(({ days, leaders }): RungTyped => ({
    ...{ days: String(Math.abs(days)), side: days < 0 ? 'truoc' : 'sau', leaders },
  }))
  const empty = Array.from({ length: ladderLimits.rungs - rungs.length }, (): RungTyped => ({
    ...{ days: '', side: 'sau', leaders: false },
  }))
  return {
    ...ladder,
    rungs: [...typed, ...empty],
    said: rungs.map(rungSaid),
    limits: ladderLimits,
    saved: url.searchParams.get('da') === 'dat',
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = Array.from({ length: ladderLimits.rungs }, (_, index): RungTyped => ({
      days: textOf(form, `ngay-${index}`, 6).trim(),
      side: form.get(`ben-${index}`) === 'truoc' ? 'truoc' : 'sau',
      leaders: form.get(`lanh-dao-${index}`) === 'co',
    }))
    const isOn = form.get('bat') === 'co'
    const version = Number(/^\d{1,9}$/.exec(textOf(form, 'ban', 12))?.[0] ?? -1)
    const rungs = typed.filter(({ days }) => days !== '').map(rungOf)
    const outcome = await setLadder(contextOf(locals), { isOn, rungs, version })
    if (outcome.ok) redirect(303, '/desk/tien-do/lich-nhac?da=dat')
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    const message = reminderRefusalText(outcome.refusal)
    return fail(409, { no: message, typed: { rungs: typed, isOn } })
  },
}

function rungOf({ days, side, leaders }: RungTyped): Rung {
  const count = /^\d{1,3}$/.test(days) ? Number(days) : Number.NaN
  return { days: side === 'truoc' && count > 0 ? -count : count, leaders }
}
