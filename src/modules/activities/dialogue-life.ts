export const dialogueStates = [
  'planned',
  'announced',
  'held',
  'drafted',
  'circulated',
  'approved',
  'published',
  'cancelled',
] as const

/** How far a dialogue came; `drafted` and the three after it are what became of its minutes. */
export type DialogueState = (typeof dialogueStates)[number]

export const dialogueMoves = [
  'announce',
  'hold',
  'draft',
  'circulate',
  'send-back',
  'approve',
  'publish',
  'withdraw',
  'cancel',
] as const

/** A step in the life of a dialogue. */
export type DialogueMove = (typeof dialogueMoves)[number]

/** What an actor is to a dialogue: of the unit that holds it, or its leader as well. */
export type DialogueStanding = 'keeper' | 'leader'

type Rule = {
  move: DialogueMove
  from: readonly DialogueState[]
  to: DialogueState
  by: DialogueStanding
  /** A sentence that says why goes with it. */
  reason?: true
}

/** The whole life of a dialogue; a pair of state and move that is not here does not exist. What was only written down begins as held. */
export const dialogueLife: readonly Rule[] = [
  { move: 'announce', from: ['planned'], to: 'announced', by: 'keeper' },
  { move: 'hold', from: ['planned', 'announced'], to: 'held', by: 'keeper' },
  { move: 'draft', from: ['held', 'drafted'], to: 'drafted', by: 'keeper' },
  { move: 'circulate', from: ['drafted'], to: 'circulated', by: 'keeper' },
  { move: 'send-back', from: ['circulated'], to: 'drafted', by: 'keeper', reason: true },
  { move: 'approve', from: ['circulated'], to: 'approved', by: 'leader' },
  { move: 'publish', from: ['approved'], to: 'published', by: 'leader' },
  { move: 'withdraw', from: ['published'], to: 'drafted', by: 'leader', reason: true },
  { move: 'cancel', from: ['planned', 'announced'], to: 'cancelled', by: 'keeper', reason: true },
]

/** The moves that a person of these standings may make now; pages show exactly these. */
export function allowedDialogueMoves(state: DialogueState, standings: readonly DialogueStanding[]): DialogueMove[] {
  return dialogueLife
    .filter((rule) => rule.from.includes(state) && standings.includes(rule.by))
    .map((rule) => rule.move)
}

/** Where a move leads, or why it leads nowhere. */
export function advanceDialogue(
  state: DialogueState,
  move: DialogueMove,
  standings: readonly DialogueStanding[],
): { to: DialogueState; needsReason: boolean } | 'not-now' | 'not-you' {
  const rule = dialogueLife.find((one) => one.move === move)
  if (!rule || !standings.includes(rule.by)) return 'not-you'
  return rule.from.includes(state) ? { to: rule.to, needsReason: rule.reason ?? false } : 'not-now'
}

/** Whether the meeting took place: only then it counts. */
export function wasHeld(state: DialogueState): boolean {
  return state !== 'planned' && state !== 'announced' && state !== 'cancelled'
}

/** Whether day, place and subject may still be planned anew. */
export function isAhead(state: DialogueState): boolean {
  return state === 'planned' || state === 'announced'
}

/** Whether questions and answers may still be written: what is circulated is read by others and does not move under them. */
export function isOpenForWriting(state: DialogueState): boolean {
  return isAhead(state) || state === 'held' || state === 'drafted'
}
