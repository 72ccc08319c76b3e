import { error, fail } from '@sveltejs/kit'
import { timeInVietnam } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { askCube } from '#modules/figures/cube.server.ts'
import type { SetStanding } from '#modules/figures/figure-set.ts'
import type { Indicator } from '#modules/figures/indicator.ts'
import { dimensionName } from '#modules/figures/labels.ts'
import { reachedSentence, stateWords } from '#modules/figures/reached-sentence.ts'
import type { Reached } from '#modules/figures/reached.ts'
import {
  documentWords,
  targetChangeLabel,
  targetFieldOf,
  targetRefusalText,
  targetWords,
  type TargetRefusal,
} from '#modules/figures/target-labels.ts'
import { reachedOf, type AimedCell, type ReachedLine } from '#modules/figures/target-numbers.ts'
import type { Target, TargetVersion } from '#modules/figures/target.ts'
import type { StateKind } from '#ui/state.ts'
import { contextOf } from '../context.ts'
import { dayShort } from '../when.ts'

/** Where targets stand, with the figures that this reader may see. */
export async function reachedBy(
  locals: App.Locals,
  lines: readonly AimedCell[],
  counts: SetStanding,
): Promise<ReachedLine[]> {
  const { actor } = contextOf(locals)
  return reachedOf((question) => askCube(locals.cube, { kind: 'officer', actor }, question), lines, counts)
}

const shapes: Record<Reached['state'], StateKind> = {
  met: 'ok',
  missed: 'late',
  'under-way': 'soon',
  unclear: 'hold',
  'no-number': 'none',
  'not-applicable': 'none',
  'not-comparable': 'none',
}

/** A target as the list and its page show it, with where it stands. */
export function targetShown(target: Target, indicator: Indicator, reached: Reached | null) {
  return {
    id: target.id,
    words: targetWords(target, indicator),
    document: documentWords(target.document),
    reached: reached && {
      shape: shapes[reached.state],
      word: stateWords(target, reached),
      sentence: reachedSentence(target, reached, indicator),
      /** As wide as the bar, at most whole; null where there is no share to draw. */
      bar: reached.share === null ? null : Math.min(100, Number(toDecimalText(reached.share))),
    },
  }
}

/** `Giấy khen, tập thể`. */
export function cellName(indicator: Pick<Indicator, 'name'>, dimension: string): string {
  const part = dimensionName(dimension)
  return part === null ? indicator.name : `${indicator.name}, ${part}`
}

/** One wording of a target in its history. */
export function versionShown(version: TargetVersion, indicator: Indicator) {
  return {
    n: version.n,
    change: targetChangeLabel[version.change],
    words: version.change === 'withdrawn' ? null : targetWords(version, indicator),
    raw: version.raw,
    reason: version.reason,
    document: documentWords(version.document),
    by: version.by,
    iso: version.at.toISOString(),
    day: dayShort(version.at),
    time: timeInVietnam(version.at),
  }
}

/** 409 with the sentence beside the field it is about; what was typed is kept. Not allowed and not there look the same. */
export function targetNo(
  outcome: Exclude<Outcome<unknown, TargetRefusal>, { ok: true }>,
  typed: Record<string, string>,
) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const { refusal } = outcome
  const errors: Record<string, string> = { [targetFieldOf(refusal)]: targetRefusalText(refusal) }
  return fail(409, { errors, typed })
}
