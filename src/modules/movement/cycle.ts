export const yearStates = [
  'draft',
  'registered',
  'returned',
  'listed',
  'launched',
  'running',
  'self-scored',
  'appraised',
  'recognised',
  'not-recognised',
  'not-eligible',
  'outstanding',
  'proposed',
  'stopped',
  'merged',
  'handed-over',
] as const

/** How far an initiative came in one year. */
export type YearState = (typeof yearStates)[number]

export const yearMoves = [
  'register',
  'withdraw',
  'return',
  'approve',
  'launch',
  'run',
  'score-self',
  'appraise',
  'recognise',
  'refuse-recognition',
  'find-not-eligible',
  'choose-outstanding',
  'propose-award',
  'stop',
  'merge',
  'hand-over',
] as const

/** A step of an initiative through a year. */
export type YearMove = (typeof yearMoves)[number]

/** What an actor is to an initiative in a year: of the unit that does it, or of the body that receives registrations at its level. */
export type YearStanding = 'own-officer' | 'own-leader' | 'receiver'

type Rule = {
  move: YearMove
  from: readonly YearState[]
  to: YearState
  by: readonly YearStanding[]
  /** A sentence that says why goes with it. */
  reason?: true
}

const own = ['own-officer', 'own-leader'] as const
const alive = ['registered', 'returned', 'listed', 'launched', 'running', 'self-scored', 'appraised'] as const
const good = ['recognised', 'outstanding', 'proposed'] as const

/** The whole life of a year; a pair of state and move that is not here does not exist. A next year begins as a new draft. */
export const yearCycle: readonly Rule[] = [
  { move: 'register', from: ['draft', 'returned'], to: 'registered', by: own },
  { move: 'withdraw', from: ['registered'], to: 'draft', by: own },
  { move: 'return', from: ['registered'], to: 'returned', by: ['receiver'], reason: true },
  { move: 'approve', from: ['registered'], to: 'listed', by: ['receiver'] },
  { move: 'launch', from: ['listed'], to: 'launched', by: own },
  { move: 'run', from: ['listed', 'launched'], to: 'running', by: own },
  { move: 'score-self', from: ['listed', 'launched', 'running'], to: 'self-scored', by: own },
  { move: 'appraise', from: ['launched', 'running', 'self-scored'], to: 'appraised', by: ['receiver'] },
  { move: 'recognise', from: ['appraised'], to: 'recognised', by: ['receiver'] },
  { move: 'refuse-recognition', from: ['appraised'], to: 'not-recognised', by: ['receiver'], reason: true },
  {
    move: 'find-not-eligible',
    from: ['launched', 'running', 'self-scored', 'appraised'],
    to: 'not-eligible',
    by: ['receiver'],
    reason: true,
  },
  { move: 'choose-outstanding', from: ['recognised'], to: 'outstanding', by: ['receiver'] },
  { move: 'propose-award', from: ['recognised', 'outstanding'], to: 'proposed', by: ['own-leader', 'receiver'] },
  { move: 'stop', from: [...alive, ...good], to: 'stopped', by: [...own, 'receiver'], reason: true },
  { move: 'merge', from: [...alive, ...good], to: 'merged', by: [...own, 'receiver'], reason: true },
  { move: 'hand-over', from: [...alive, ...good], to: 'handed-over', by: [...own, 'receiver'], reason: true },
]

/** The moves that a person of these standings may make now; pages show exactly these. */
export function allowedYearMoves(state: YearState, standings: readonly YearStanding[]): YearMove[] {
  return yearCycle
    .filter((rule) => rule.from.includes(state) && rule.by.some((one) => standings.includes(one)))
    .map((rule) => rule.move)
}

/** Where a move leads, or why it leads nowhere. */
export function advanceYear(
  state: YearState,
  move: YearMove,
  standings: readonly YearStanding[],
): { to: YearState; needsReason: boolean } | 'not-now' | 'not-you' {
  const rules = yearCycle.filter((one) => one.move === move && one.by.some((who) => standings.includes(who)))
  if (rules.length === 0) return 'not-you'
  const rule = rules.find((one) => one.from.includes(state))
  return rule ? { to: rule.to, needsReason: rule.reason ?? false } : 'not-now'
}
