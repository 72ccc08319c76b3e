import type { LocalDate } from '#kernel/local-date.ts'
import type { RuledRegime } from '#kernel/period.ts'
import { fold } from '#kernel/text.ts'
import type { UnitId, UnitLevel } from '#modules/territory/unit.ts'
import type { TemplateCode, TemplateSection, TemplateVersionId } from './report.ts'

/** Who may be asked by a template today: the districts ended on 1 July 2025. */
export const carriers = ['commune', 'province'] as const satisfies readonly UnitLevel[]

/** What a form still fits on a screen and a sheet of paper; our own bounds. */
export const templateBounds = { lines: 400, columns: 60, sections: 40, name: 160, title: 200, hint: 1000 } as const

/** Dòng của một mục: an indicator and the parts it is asked in; the empty part is the whole. */
export type ShapeLine = { code: string; parts: string[] }

/** One section of a template as it is drawn up. */
export type ShapeSection = Omit<TemplateSection, 'position'> & { lines: ShapeLine[] }

/** Hình của một mẫu: all that is written of a template before it is in use. */
export type TemplateShape = {
  name: string
  carriedBy: UnitLevel[]
  daysToSubmit: number
  owedFor: RuledRegime[]
  sections: ShapeSection[]
}

/** One version of a template with what is known about it beside its shape. */
export type DrawnVersion = {
  id: TemplateVersionId
  code: TemplateCode
  province: UnitId | null
  version: number
  isDraft: boolean
  edit: number
  copiedFrom: string
  mayUndo: boolean
  validFrom: LocalDate | null
  validUntil: LocalDate | null
  shape: TemplateShape
}

/** What an indicator may be asked as: its name, and the parts that it is given in. */
export type Askable = ReadonlyMap<string, { name: string; dimensions: readonly string[] }>

/** One change of a draft. `place` counts from 1. */
export type TemplateStep =
  | { kind: 'head'; head: Omit<TemplateShape, 'sections'> }
  | { kind: 'add-section'; title: string; section: TemplateSection['kind'] }
  | {
      kind: 'change-section'
      section: string
      title: string
      hint: string
      place: number
      lines: readonly (ShapeLine & { place: number })[]
    }
  | { kind: 'delete-section'; section: string }
  | { kind: 'add-lines'; section: string; codes: readonly string[] }

/** Why a template cannot be drawn so. */
export type ShapeFault =
  | { code: 'no-section' }
  | { code: 'title-taken'; title: string }
  | { code: 'too-many-sections'; most: number }
  | { code: 'too-many-lines'; lines: number; most: number }
  | { code: 'too-many-columns'; title: string; columns: number; most: number }
  | { code: 'text-has-no-lines'; title: string }
  | { code: 'unknown-indicator'; codes: string[] }
  | { code: 'unknown-part'; indicator: string; parts: string[] }
  | { code: 'asked-twice'; indicator: string; title: string }
  | { code: 'nothing-chosen' }

export type Drawn = { shape: TemplateShape } | { fault: ShapeFault }

/** A draft with one change made to it. */
export function edited(shape: TemplateShape, edit: TemplateStep, askable: Askable): Drawn {
  if (edit.kind === 'head') return drawn({ ...edit.head, sections: shape.sections }, askable)
  if (edit.kind === 'add-section') return drawn(withSection(shape, edit), askable)
  const at = shape.sections.findIndex(({ code }) => code === edit.section)
  const section = shape.sections[at]
  if (!section) return { fault: { code: 'no-section' } }
  const others = shape.sections.toSpliced(at, 1)
  switch (edit.kind) {
    case 'delete-section':
      return drawn({ ...shape, sections: others }, askable)
    case 'change-section': {
      const changed = { ...section, title: edit.title, hint: edit.hint, lines: inOrder(section.lines, edit.lines) }
      const place = Math.min(Math.max(edit.place - 1, 0), others.length)
      return drawn({ ...shape, sections: others.toSpliced(place, 0, changed) }, askable)
    }
    case 'add-lines':
      return withLines(shape, at, edit.codes, askable)
  }
}

/** A shape that keeps within every bound, or the first thing wrong with it. */
function drawn(shape: TemplateShape, askable: Askable): Drawn {
  const [fault] = shapeFaults(shape, askable)
  return fault ? { fault } : { shape }
}

/** How many cells a template asks for. */
export function lineCount({ sections }: Pick<TemplateShape, 'sections'>): number {
  return sections.flatMap(({ lines }) => lines).reduce((sum, { parts }) => sum + parts.length, 0)
}

/** The parts that a section is asked in, each one a column of its table. */
export function columnsOf({ lines }: Pick<ShapeSection, 'lines'>): string[] {
  return [...new Set(lines.flatMap(({ parts }) => parts))]
}

/** Two titles that differ in capitals and marks only are read as one. */
function isSameTitle(one: string, other: string): boolean {
  return fold(one) === fold(other)
}

/** Everything that is wrong with a shape, in the order in which it is read. */
export function shapeFaults(shape: TemplateShape, askable: Askable): ShapeFault[] {
  const { sections } = shape
  const lines = lineCount(shape)
  const { sections: mostSections, lines: mostLines } = templateBounds
  return [
    ...(sections.length > mostSections ? [{ code: 'too-many-sections' as const, most: mostSections }] : []),
    ...sections.flatMap((section, index): ShapeFault[] => [
      ...(sections.slice(0, index).some(({ title }) => isSameTitle(title, section.title))
        ? [{ code: 'title-taken' as const, title: section.title }]
        : []),
      ...sectionFaults(section, askable),
    ]),
    ...(lines > mostLines ? [{ code: 'too-many-lines' as const, lines, most: mostLines }] : []),
    ...askedTwice(sections),
  ]
}

function sectionFaults(section: ShapeSection, askable: Askable): ShapeFault[] {
  const { title, lines } = section
  const faults: ShapeFault[] = []
  if (section.kind === 'narrative' && lines.length > 0) faults.push({ code: 'text-has-no-lines', title })
  const unknown = lines.map(({ code }) => code).filter((code) => !askable.has(code))
  if (unknown.length > 0) faults.push({ code: 'unknown-indicator', codes: [...new Set(unknown)] })
  for (const { code, parts } of lines) {
    const known = askable.get(code)
    const strange = known ? parts.filter((part) => part !== '' && !known.dimensions.includes(part)) : []
    if (strange.length > 0) faults.push({ code: 'unknown-part', indicator: code, parts: strange })
  }
  const columns = columnsOf(section).length
  const most = templateBounds.columns
  if (columns > most) faults.push({ code: 'too-many-columns', title, columns, most })
  return faults
}

// A number is asked for once: a second line for it would be a second place to write it.
function askedTwice(sections: readonly ShapeSection[]): ShapeFault[] {
  const seen = new Map<string, string>()
  const twice = new Map<string, ShapeFault>()
  for (const { title, lines } of sections) {
    for (const { code, parts } of lines) {
      for (const part of parts) {
        const key = `${code}:${part}`
        const first = seen.get(key)
        if (first === undefined) seen.set(key, title)
        else if (!twice.has(code)) twice.set(code, { code: 'asked-twice', indicator: code, title: first })
      }
    }
  }
  return [...twice.values()]
}

function withSection(
  shape: TemplateShape,
  { title, section: kind }: { title: string; section: TemplateSection['kind'] },
): TemplateShape {
  const section: ShapeSection = { code: freeCode(shape.sections, title), title, kind, hint: '', lines: [] }
  return { ...shape, sections: [...shape.sections, section] }
}

/** From the title, so that a section which comes back in a later version is found under the same code. */
function freeCode(sections: readonly ShapeSection[], title: string): string {
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32)
  const code = words.replace(/^-+|-+$/g, '') || 'muc'
  const taken = new Set(sections.map((section) => section.code))
  if (!taken.has(code)) return code
  const next = sections.map((_, index) => `${code}-${index + 2}`).find((one) => !taken.has(one))
  return next ?? `${code}-${sections.length + 2}`
}

/**
 * The lines of a section as a form has them: one without any part was taken out, and one that the form does not name, because a
 * colleague added it meanwhile, stays behind the others.
 */
function inOrder(lines: readonly ShapeLine[], given: readonly (ShapeLine & { place: number })[]): ShapeLine[] {
  const kept = lines.filter(({ code }) => !given.some((one) => one.code === code))
  const named = given
    .filter(({ parts }) => parts.length > 0)
    .toSorted((one, other) => one.place - other.place)
    .map(({ code, parts }) => ({ code, parts }))
  return [...named, ...kept]
}

function withLines(shape: TemplateShape, at: number, codes: readonly string[], askable: Askable): Drawn {
  if (codes.length === 0) return { fault: { code: 'nothing-chosen' } }
  const sections = shape.sections.map((section, index) => {
    if (index !== at) return section
    const added = codes.filter((code) => !section.lines.some((line) => line.code === code))
    return { ...section, lines: [...section.lines, ...added.map((code) => ({ code, parts: [''] }))] }
  })
  return drawn({ ...shape, sections }, askable)
}
