import type { RecipientKind } from './award.ts'

/** One granted award as sums need it. */
export type Granted = { form: string; line: string; recipientKind: RecipientKind; isLeader: boolean | null }

/** What the granted awards come to. */
export type AwardSums = {
  total: number
  collectives: number
  individuals: number
  byForm: { form: string; collectives: number; individuals: number }[]
  /** K05: of the individuals of whom it was said whether they lead, how many do not. */
  grassroots: { notLeaders: number; said: number; percent: number | null }
}

export function sumsOf(granted: readonly Granted[]): AwardSums {
  const individuals = granted.filter((one) => one.recipientKind === 'individual')
  const said = individuals.filter((one) => one.isLeader !== null)
  const notLeaders = said.filter((one) => one.isLeader === false).length
  return {
    total: granted.length,
    collectives: granted.length - individuals.length,
    individuals: individuals.length,
    byForm: [...new Set(granted.map((one) => one.form))].map((form) => ({ form, ...kindsOf(granted, form) })),
    grassroots: {
      notLeaders,
      said: said.length,
      percent: said.length === 0 ? null : Math.round((notLeaders * 1000) / said.length) / 10,
    },
  }
}

function kindsOf(granted: readonly Granted[], form: string): { collectives: number; individuals: number } {
  const ofForm = granted.filter((one) => one.form === form)
  const collectives = ofForm.filter((one) => one.recipientKind === 'collective').length
  return { collectives, individuals: ofForm.length - collectives }
}
