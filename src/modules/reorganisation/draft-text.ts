import { z } from 'zod'
import { parseId, type Id } from '#kernel/ids.ts'
import { wholeShare } from '#modules/territory/event.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Step } from './draft.ts'

/** The steps of a draft as they are kept: JSON that only this file reads, so that what was stored years ago is checked too. */
function idOf<Kind extends string>() {
  return z.string().transform((text, ctx): Id<Kind> => {
    const id = parseId<Kind>(text)
    if (id) return id
    ctx.addIssue({ code: 'custom', message: 'not an id' })
    return z.NEVER
  })
}

const unit = idOf<'Unit'>()
const kind = z.enum([
  ...(['province', 'city', 'rural-district', 'urban-district', 'district-town'] as const),
  ...(['commune', 'ward', 'township', 'special-zone'] as const),
])
const officialCode = z
  .string()
  .regex(/^\d{2,5}$/)
  .nullable()
const measure = z.discriminatedUnion('by', [
  z.object({ by: z.literal('share'), share: z.int().min(0).max(wholeShare) }),
  z.object({ by: z.literal('people'), people: z.int().min(0).max(20_000_000) }),
  z.object({ by: z.literal('unknown') }),
])
const newUnit = z.object({ unit, name: z.string(), kind, officialCode, parent: unit })
const common = { id: idOf<'Step'>(), aggregation: z.enum(['both', 'forward', 'backward', 'neither']) }
const source = z.string()

const step = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('merge'),
    into: newUnit,
    parts: z.array(z.object({ from: unit, extent: z.enum(['whole', 'part']), measure, source })),
  }),
  z.object({
    ...common,
    kind: z.literal('split'),
    from: unit,
    parts: z.array(z.object({ into: newUnit, measure })),
    source,
  }),
  z.object({
    ...common,
    kind: z.literal('partial-transfer'),
    ...{ from: unit, to: unit, fromAfter: unit, toAfter: unit, measure, source },
  }),
  z.object({ ...common, kind: z.literal('rename'), unit, name: z.string() }),
  z.object({ ...common, kind: z.literal('kind-change'), unit, unitKind: kind, name: z.string(), officialCode }),
  z.object({ ...common, kind: z.literal('parent-change'), unit, parent: unit }),
  z.object({ ...common, kind: z.literal('created'), into: newUnit }),
  z.object({ ...common, kind: z.literal('level-abolished'), unit }),
])

/** Throws where what is stored is not what this version of Khéo writes. */
export function readSteps(stored: unknown): Step[] {
  return z.array(step).parse(stored)
}

export function readSuccessors(stored: unknown): Record<Id<'Duty'>, UnitId> {
  const read = z.record(z.string(), unit).parse(stored)
  return Object.fromEntries(
    Object.entries(read).flatMap(([duty, one]) => {
      const id = parseId<'Duty'>(duty)
      return id ? [[id, one]] : []
    }),
  ) as Record<Id<'Duty'>, UnitId>
}

const id = z.string()
const written = z.object({
  actIsOurs: z.boolean(),
  closed: z.array(id),
  opened: z.array(id),
  born: z.array(id),
  events: z.array(id),
  duties: z.array(z.object({ closed: id, was: z.string(), opened: id.nullable() })),
  held: z.array(id),
  ended: z.array(id),
})

/** Which rows a decision wrote or closed: what taking it back undoes, and nothing else (dấu vết quyết định). */
export type Written = z.output<typeof written>

export function readWritten(stored: unknown): Written {
  return written.parse(stored)
}
