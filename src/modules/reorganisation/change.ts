import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { ActCited, Draft, Step } from './draft.ts'

/** One thing an administrator does to a draft (thay đổi trong phương án). */
export type DraftChange =
  | { what: 'head'; title: string; day: LocalDate | null; act: ActCited }
  | { what: 'step-added'; step: Step }
  | { what: 'step-changed'; step: Step }
  | { what: 'step-removed'; step: Id<'Step'> }
  | { what: 'step-moved'; step: Id<'Step'>; way: 'up' | 'down' }
  | { what: 'successors'; chosen: Readonly<Record<Id<'Duty'>, UnitId>> }
  | { what: 'steps-listed'; steps: readonly Step[] }

/** More than any real resolution has for one province; a file with more is a mistake. */
export const mostSteps = 200

/** The draft after a change; the same draft where the step it speaks of is gone. */
export function withChange(draft: Draft, change: DraftChange): Draft {
  const { steps } = draft
  switch (change.what) {
    case 'head':
      return { ...draft, title: change.title, day: change.day, act: change.act }
    case 'step-added':
      return { ...draft, steps: [...steps, change.step] }
    case 'step-changed':
      return { ...draft, steps: steps.map((step) => (step.id === change.step.id ? change.step : step)) }
    case 'step-removed':
      return { ...draft, steps: steps.filter((step) => step.id !== change.step) }
    case 'step-moved':
      return { ...draft, steps: moved(steps, change.step, change.way === 'up' ? -1 : 1) }
    case 'successors':
      return { ...draft, successors: { ...draft.successors, ...change.chosen } }
    case 'steps-listed':
      return { ...draft, steps: change.steps }
  }
}

function moved(steps: readonly Step[], id: Id<'Step'>, by: 1 | -1): readonly Step[] {
  const at = steps.findIndex((step) => step.id === id)
  const [one, other] = [steps[at], steps[at + by]]
  if (!one || !other) return steps
  return steps.map((step) => (step === one ? other : step === other ? one : step))
}
