import type { RuledRegime } from '#kernel/period.ts'
import type { UnitLevel } from '#modules/territory/unit.ts'
import type { TemplateSection } from './report.ts'
import type { ShapeLine, TemplateShape } from './template-shape.ts'

/** Chỗ khác giữa hai phiên bản mẫu: one thing that the later form asks otherwise. `place` counts from 1. */
export type TemplateDifference =
  | { kind: 'name'; before: string; after: string }
  | { kind: 'carriers'; before: readonly UnitLevel[]; after: readonly UnitLevel[] }
  | { kind: 'periods'; before: readonly RuledRegime[]; after: readonly RuledRegime[] }
  | { kind: 'days'; before: number; after: number }
  | { kind: 'section-added'; title: string; section: TemplateSection['kind'] }
  | { kind: 'section-removed'; title: string; section: TemplateSection['kind'] }
  | { kind: 'section-renamed'; before: string; after: string }
  | { kind: 'section-moved'; title: string; before: number; after: number }
  | { kind: 'section-kind'; title: string; before: TemplateSection['kind']; after: TemplateSection['kind'] }
  | { kind: 'hint'; title: string; before: string; after: string }
  | { kind: 'line-added'; code: string; title: string; parts: readonly string[] }
  | { kind: 'line-removed'; code: string; title: string; parts: readonly string[] }
  | { kind: 'line-to-another-section'; code: string; before: string; after: string }
  | { kind: 'line-moved'; code: string; title: string; before: number; after: number }
  | { kind: 'parts'; code: string; added: readonly string[]; removed: readonly string[] }

/** What a later form asks otherwise than an earlier one: its head, then its sections, then its indicators. */
export function differencesBetween(before: TemplateShape, after: TemplateShape): TemplateDifference[] {
  return [...ofHead(before, after), ...ofSections(before, after), ...ofLines(before, after)]
}

function ofHead(before: TemplateShape, after: TemplateShape): TemplateDifference[] {
  const found: TemplateDifference[] = []
  if (before.name !== after.name) found.push({ kind: 'name', before: before.name, after: after.name })
  if (!areSame(before.carriedBy, after.carriedBy))
    found.push({ kind: 'carriers', before: before.carriedBy, after: after.carriedBy })
  if (!areSame(before.owedFor, after.owedFor))
    found.push({ kind: 'periods', before: before.owedFor, after: after.owedFor })
  if (before.daysToSubmit !== after.daysToSubmit)
    found.push({ kind: 'days', before: before.daysToSubmit, after: after.daysToSubmit })
  return found
}

/** In any order: what is ticked in a list. */
function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join(' ') === other.toSorted().join(' ')
}

// A section is the same one by its code, whatever it is called (docs/adr/0064).
function ofSections(before: TemplateShape, after: TemplateShape): TemplateDifference[] {
  const codes = (shape: TemplateShape): string[] => shape.sections.map(({ code }) => code)
  const earlier = new Map(before.sections.map((section) => [section.code, section]))
  const kept = new Set(codes(after))
  const moved = movedAmong(codes(before), codes(after))
  return [
    ...before.sections.flatMap(({ code, title, kind }): TemplateDifference[] =>
      kept.has(code) ? [] : [{ kind: 'section-removed', title, section: kind }],
    ),
    ...after.sections.flatMap(({ code, title, kind, hint }, index): TemplateDifference[] => {
      const was = earlier.get(code)
      if (!was) return [{ kind: 'section-added', title, section: kind }]
      const place = codes(before).indexOf(code) + 1
      return [
        ...(was.title === title ? [] : [{ kind: 'section-renamed' as const, before: was.title, after: title }]),
        ...(was.kind === kind ? [] : [{ kind: 'section-kind' as const, title, before: was.kind, after: kind }]),
        ...(moved.has(code) ? [{ kind: 'section-moved' as const, title, before: place, after: index + 1 }] : []),
        ...(was.hint === hint ? [] : [{ kind: 'hint' as const, title, before: was.hint, after: hint }]),
      ]
    }),
  ]
}

type PlacedLine = ShapeLine & { section: string; title: string; place: number }

function ofLines(before: TemplateShape, after: TemplateShape): TemplateDifference[] {
  const earlier = placedLines(before)
  const later = placedLines(after)
  const kept = new Set(later.map(({ code }) => code))
  const was = new Map(earlier.map((line) => [line.code, line]))
  const inSection = (lines: readonly PlacedLine[], section: string): string[] =>
    lines.filter((line) => line.section === section).map(({ code }) => code)
  const moved = new Set(
    after.sections.flatMap(({ code }) => [...movedAmong(inSection(earlier, code), inSection(later, code))]),
  )
  return [
    ...earlier
      .filter(({ code }) => !kept.has(code))
      .map(({ code, title, parts }): TemplateDifference => ({ kind: 'line-removed', code, title, parts })),
    ...later.flatMap((line) => lineDifferences(was.get(line.code), line, moved)),
  ]
}

function lineDifferences(
  was: PlacedLine | undefined,
  { code, title, section, place, parts }: PlacedLine,
  moved: ReadonlySet<string>,
): TemplateDifference[] {
  if (!was) return [{ kind: 'line-added', code, title, parts }]
  const found: TemplateDifference[] = []
  if (was.section !== section) found.push({ kind: 'line-to-another-section', code, before: was.title, after: title })
  else if (moved.has(code)) found.push({ kind: 'line-moved', code, title, before: was.place, after: place })
  const added = parts.filter((part) => !was.parts.includes(part))
  const removed = was.parts.filter((part) => !parts.includes(part))
  if (added.length + removed.length > 0) found.push({ kind: 'parts', code, added, removed })
  return found
}

/** By its first place: an indicator whose parts are asked in two sections is one indicator. */
function placedLines({ sections }: TemplateShape): PlacedLine[] {
  const lines = sections.flatMap(({ code: section, title, lines: own }) =>
    own.map((line, index): PlacedLine => ({ ...line, section, title, place: index + 1 })),
  )
  return [...Map.groupBy(lines, ({ code }) => code).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, parts: [first, ...others].flatMap(({ parts }) => parts) }] : [],
  )
}

/** What stands elsewhere among those that stayed: as few of them as explain the new order. */
function movedAmong(before: readonly string[], after: readonly string[]): Set<string> {
  const common = after.filter((one) => before.includes(one))
  const inOrder = longestRising(common.map((one) => before.indexOf(one)))
  return new Set(common.filter((one) => !inOrder.has(before.indexOf(one))))
}

/** The numbers of the longest rising run that can be chosen out of a list. */
function longestRising(numbers: readonly number[]): Set<number> {
  let best: number[] = []
  const ending: number[][] = []
  for (const [index, one] of numbers.entries()) {
    const longest = ending
      .slice(0, index)
      .filter((run) => (run.at(-1) ?? -1) < one)
      .reduce<number[]>((found, run) => (run.length > found.length ? run : found), [])
    const run = [...longest, one]
    ending.push(run)
    if (run.length > best.length) best = run
  }
  return new Set(best)
}
