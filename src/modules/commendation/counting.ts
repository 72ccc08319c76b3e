import type { CountedFact } from '#modules/figures/counted-by.ts'
import type { Award } from './award.ts'

const proposed = ['submitted', 'received', 'voted', 'decided', 'rejected', 'revoked']

/**
 * What a proposal counts towards: one letter, certificate or award when it is decided, of collectives and of individuals;
 * a medal once when it is proposed and once more when it is granted. What was revoked is not granted.
 */
export function factsOfAward(award: Award, countsAs: string): CountedFact[] {
  const granted = award.state === 'decided' && award.decision ? award.decision.on : null
  if (countsAs === 'K04') {
    const asked = proposed.includes(award.state) ? award.submittedOn : null
    return [
      ...(asked ? [{ cell: { code: 'K04', dimension: '' }, amount: 1, on: asked }] : []),
      ...(granted ? [{ cell: { code: 'K04', dimension: 'granted' }, amount: 1, on: granted }] : []),
    ]
  }
  if (!granted) return []
  return ['', award.recipientKind].map((dimension) => ({ cell: { code: countsAs, dimension }, amount: 1, on: granted }))
}
