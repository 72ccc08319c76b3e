import { partsOf, type LocalDate } from '#kernel/local-date.ts'
import { periodKey, periodName, periodOf, type Period, type RuledRegime } from '#kernel/period.ts'
import { cellKey, parseCellKey } from '#modules/figures/indicator.ts'
import type { TargetChoices } from '#modules/figures/target-queries.server.ts'
import { aimHint, aimLabel } from '#modules/figures/target-labels.ts'
import { targetAims } from '#modules/figures/target.ts'
import type { Actor } from '#modules/access/actor.ts'
import { cellName } from './shown.server.ts'

type Option = { value: string; label: string; group?: string }

const offered: readonly [RuledRegime, number][] = [
  ['year', 1],
  ['half-year', 2],
  ['nine-months', 1],
  ['quarter', 4],
  ['month', 12],
]

/** This year's periods first, then those of the next and the last; and the one that the page was opened for. */
export function periodOptions(today: LocalDate, asked: Period | null): Option[] {
  const thisYear = partsOf(today).year
  const all = [thisYear, thisYear + 1, thisYear - 1].flatMap((year) =>
    offered.flatMap(([regime, count]) =>
      Array.from({ length: count }, (_, index) => periodOf(regime, year, index)).flatMap((period) =>
        period ? [optionOf(period, `Năm ${year}`)] : [],
      ),
    ),
  )
  if (!asked || all.some(({ value }) => value === periodKey(asked))) return all
  return [optionOf(asked, 'Kỳ đang xem'), ...all]
}

function optionOf(period: Period, group: string): Option {
  const name = periodName(period)
  return { value: periodKey(period), label: name.charAt(0).toUpperCase() + name.slice(1), group }
}

/** Every cell that a target can be set for: the indicator as a whole, then its parts. */
export function cellOptions({ indicators }: TargetChoices): Option[] {
  return indicators.flatMap((indicator) =>
    ['', ...indicator.dimensions].map((dimension) => {
      const key = cellKey({ code: indicator.code, dimension })
      return {
        value: key,
        label: `${key.replace(/:.*/, '')} – ${cellName(indicator, dimension)} (${indicator.unitOfCount})`,
      }
    }),
  )
}

/** The actor's own unit first. */
export function unitOptions({ units }: TargetChoices, actor: Actor): Option[] {
  const [own, others] = [
    units.filter(({ unit }) => unit === actor.unit),
    units.filter(({ unit }) => unit !== actor.unit),
  ]
  return [
    ...own.map(({ unit, name }) => ({ value: unit, label: name, group: 'Của tỉnh' })),
    ...others.map(({ unit, name }) => ({ value: unit, label: name, group: 'Giao cho xã, phường' })),
  ]
}

/** The first leaves it to the indicator: most officers never have to think about it. */
export const aimOptions = [
  {
    value: '',
    label: 'Theo chiều của chỉ tiêu',
    hint: 'Càng nhiều càng tốt thì “ít nhất”; cần giảm thì “không quá”.',
  },
  ...targetAims.map((aim) => ({
    value: aim,
    label: aimLabel[aim].charAt(0).toUpperCase() + aimLabel[aim].slice(1),
    hint: aimHint[aim],
  })),
]

export function knownCell({ indicators }: TargetChoices, key: string | null): string {
  const { code, dimension } = parseCellKey(key ?? '')
  const indicator = indicators.find((one) => one.code === code)
  return indicator && (dimension === '' || indicator.dimensions.includes(dimension)) ? cellKey({ code, dimension }) : ''
}
