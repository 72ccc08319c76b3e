import type { z } from 'zod'
import { singleParameters } from './listing.ts'
import type { Pairs } from './pairs.ts'
import { readValues, unknownAmong, type Presentation } from './question.ts'
import type { Read } from './refusal.ts'

/**
 * An answer in columns to a question that has a grammar of its own. `parameters` are the names it takes and what the document says
 * of them; their words are read by whoever answers. A `row` is a line of the CSV.
 */
export type Grid<Parameters extends z.ZodObject = z.ZodObject, Item extends z.ZodObject = z.ZodObject> = {
  name: string
  summary: string
  description: string
  parameters: Parameters
  item: Item
  row: z.ZodObject
  example: string
}

type Entry = Record<string, unknown>

/** `rows` are only made for who asks for CSV. */
export type Gridded<Item> = { item: Item; rows(): Entry[] }
export type GridAnswer = { thing: Entry; rows(): Entry[]; presentation: Presentation }

/** `Place` is what it takes to answer: a database, and what the program keeps beside it. */
export type OpenGrid<Place> = { grid: Grid; ask(place: Place, pairs: Pairs, now: Date): Promise<Read<GridAnswer>> }

export function openGrid<Place, Parameters extends z.ZodObject, Item extends z.ZodObject>(
  grid: Grid<Parameters, Item>,
  answer: (place: Place, pairs: Pairs, now: Date) => Promise<Read<Gridded<z.output<Item>>>>,
): OpenGrid<Place> {
  const own = Object.keys(grid.parameters.shape)
  return {
    grid,
    async ask(place, pairs, now) {
      const unknown = unknownAmong(pairs, [...own, ...Object.keys(singleParameters.shape)])
      if (unknown) return unknown
      const wanted = readValues(singleParameters, pairs)
      if (!wanted.ok) return wanted
      const asked = new Map([...pairs].filter(([name]) => own.includes(name)))
      const found = await answer(place, asked, now)
      if (!found.ok) return found
      const fields = Object.keys(grid.row.shape)
      const { format, bom } = wanted.value
      const presentation = { fields, columns: fields, format: format ?? null, bom: bom === 'true' }
      return { ok: true, value: { thing: found.value.item, rows: () => found.value.rows(), presentation } }
    },
  }
}
