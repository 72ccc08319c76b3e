import { formatDay } from '#kernel/local-date.ts'
import type { Draft, Measure, NewUnit, Step } from './draft.ts'
import { bareName } from './names.ts'
import { sayPercent } from './shares.ts'

/** What the form of a step shows of a step that stands: the inverse of `readStep`. */
export function valuesOf(step: Step): Record<string, string> {
  const common = { aggregation: step.aggregation }
  switch (step.kind) {
    case 'merge':
      return {
        ...common,
        ...newUnitValues(step.into, ''),
        ...rowsOf(step.parts, (part, suffix) => ({
          [`from${suffix}`]: part.from,
          [`extent${suffix}`]: part.extent,
          [`source${suffix}`]: part.source,
          ...measureValues(part.measure, suffix),
        })),
      }
    case 'split':
      return {
        ...common,
        ...{ from: step.from, source: step.source, parent: step.parts[0]?.into.parent ?? '' },
        ...rowsOf(step.parts, ({ into, measure }, suffix) => ({
          ...newUnitValues(into, suffix),
          ...measureValues(measure, suffix),
        })),
      }
    case 'partial-transfer':
      return { ...common, from: step.from, to: step.to, source: step.source, ...measureValues(step.measure, '') }
    case 'rename':
      return { ...common, from: step.unit, name: bareName(step.name) }
    case 'kind-change':
      return {
        ...common,
        from: step.unit,
        name: bareName(step.name),
        kind: step.unitKind,
        code: step.officialCode ?? '',
      }
    case 'parent-change':
      return { ...common, from: step.unit, parent: step.parent }
    case 'created':
      return { ...common, ...newUnitValues(step.into, '') }
    case 'level-abolished':
      return { ...common, from: step.unit }
  }
}

export function headValues({ title, day, act }: Pick<Draft, 'title' | 'day' | 'act'>): Record<string, string> {
  return {
    title,
    day: day ? formatDay(day) : '',
    number: act.number,
    issuedOn: act.issuedOn ? formatDay(act.issuedOn) : '',
    issuer: act.issuer,
    article: act.article,
  }
}

export function measureValues(measure: Measure, suffix: string): Record<string, string> {
  const amount =
    measure.by === 'share' ? sayPercent(measure.share) : measure.by === 'people' ? String(measure.people) : ''
  return { [`by${suffix}`]: measure.by, [`amount${suffix}`]: amount.replace('%', '') }
}

function newUnitValues(unit: NewUnit, suffix: string): Record<string, string> {
  return {
    [`name${suffix}`]: bareName(unit.name),
    [`kind${suffix}`]: unit.kind,
    [`code${suffix}`]: unit.officialCode ?? '',
    parent: unit.parent,
  }
}

function rowsOf<Row>(
  rows: readonly Row[],
  say: (row: Row, suffix: string) => Record<string, string>,
): Record<string, string> {
  return Object.assign({}, ...rows.map((row, at) => say(row, `-${at}`))) as Record<string, string>
}
