import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { CountedFact } from '#modules/figures/counted-by.ts'
import { participantKey, type Participant } from './participants.ts'

export type PledgeId = Id<'Sheet'>

export const fulfilments = ['not-said', 'kept', 'partly', 'not-kept'] as const
/** How a signer stood to the pledge at the end of the year. */
export type Fulfilment = (typeof fulfilments)[number]

export const fulfilmentLabel: Record<Fulfilment, string> = {
  'not-said': 'chưa đánh giá',
  kept: 'thực hiện đủ',
  partly: 'thực hiện một phần',
  'not-kept': 'không thực hiện',
}

export type Signer = Participant & { fulfilment: Fulfilment }

/** Ký cam kết thi đua (giao ước thi đua): one text that units sign on one day for one year. */
export type PledgeEntry = {
  title: string
  year: number
  wording: string
  signedOn: LocalDate
  campaign: Id<'Sheet'> | null
  signers: readonly Signer[]
}

/** A10 counts units: one that signs two pledges of a year is one. */
export function factsOfPledge(pledge: PledgeEntry): CountedFact[] {
  return pledge.signers.map((signer) => ({
    cell: { code: 'A10', dimension: '' },
    amount: 1,
    oncePer: `${pledge.year} ${participantKey(signer)}`,
  }))
}

/** A list signed again keeps what was judged of those who stay. */
export function signersKept(list: readonly Participant[], before: readonly Signer[]): Signer[] {
  const known = new Map(before.map((signer) => [participantKey(signer), signer.fulfilment]))
  return list.map(({ unit, name }) => ({
    unit,
    name,
    fulfilment: known.get(participantKey({ unit, name })) ?? 'not-said',
  }))
}

/** Fulfilment is judged at the end of the year, from December of it on. */
export function isTimeToJudge(pledge: Pick<PledgeEntry, 'year'>, today: LocalDate): boolean {
  return today >= `${pledge.year}-12-01`
}
