import type { MapGround, Shape } from '#modules/territory/map-ground.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { ChartPoint } from './chart.ts'
import type { MapClasses } from './classes.ts'
import { wrapped } from './wrap.ts'

/** A unit of a map with its number. */
export type MapUnit = { unit: UnitId; point: ChartPoint }

/** What a unit is filled with: a class of numbers, or why it has none. */
export type MapFill = { kind: 'class'; number: number } | { kind: Exclude<ChartPoint['state'], 'known'> }

export type PlacedUnit = { point: ChartPoint; fill: MapFill }
export type PlacedTile = PlacedUnit & { x: number; y: number; lines: readonly string[] }
export type PlacedNote = { x: number; y: number; lines: readonly string[] }
export type PlacedShape = PlacedUnit & { shape: Shape; x: number; y: number }

/** The side of a square, and the room it stands in. */
export const tileSide = 60
const pitch = 64
const letters = 6
const noteWidth = 76

/** Squares of a country, and what is named beside them. */
export type TileDrawing = { width: number; height: number; tiles: readonly PlacedTile[]; notes: readonly PlacedNote[] }

export function fillOf(point: ChartPoint, classes: MapClasses): MapFill {
  if (point.state !== 'known') return { kind: point.state }
  return point.value === null ? { kind: 'absent' } : { kind: 'class', number: classes.classOf(point.value) }
}

export function tileDrawing(
  ground: Extract<MapGround, { kind: 'tiles' }>,
  units: readonly MapUnit[],
  classes: MapClasses,
): TileDrawing {
  const points = new Map(units.map(({ unit, point }) => [unit, point]))
  const placed = ground.tiles.flatMap((tile) => {
    const point = points.get(tile.unit)
    return point ? [{ tile, point }] : []
  })
  const firstColumn = Math.min(...placed.map(({ tile }) => tile.column))
  const firstRow = Math.min(...placed.map(({ tile }) => tile.row))
  const at = ({ column, row }: { column: number; row: number }): { x: number; y: number } => ({
    x: (column - firstColumn) * pitch,
    y: (row - firstRow) * pitch,
  })
  const tiles = placed.map(({ tile, point }): PlacedTile => ({
    ...at(tile),
    point,
    fill: fillOf(point, classes),
    lines: wrapped(tile.label, letters, 3),
  }))
  const notes = placed.flatMap(({ tile }): PlacedNote[] =>
    tile.note ? [{ ...at({ column: tile.column + 1, row: tile.row }), lines: wrapped(tile.note, 9, 3) }] : [],
  )
  const all = [...tiles, ...notes]
  return {
    width: Math.max(0, ...tiles.map(({ x }) => x + pitch), ...notes.map(({ x }) => x + noteWidth)),
    height: Math.max(0, ...all.map(({ y }) => y)) + pitch,
    tiles,
    notes,
  }
}

/** Boundaries of a map; `unscaled` brings what stands inside them back to its own size. */
export type ShapeDrawing = { viewBox: string; transform: string; unscaled: number; shapes: readonly PlacedShape[] }

/** Boundaries moved and made smaller so that the larger side of the map is `span`: an SVG with great numbers is drawn badly. */
export function shapeDrawing(
  ground: Extract<MapGround, { kind: 'shapes' }>,
  units: readonly MapUnit[],
  classes: MapClasses,
): ShapeDrawing {
  const points = new Map(units.map(({ unit, point }) => [unit, point]))
  const drawn = ground.shapes.flatMap((shape) => {
    const point = points.get(shape.unit)
    return point ? [{ shape, point }] : []
  })
  const lowX = Math.min(...drawn.map(({ shape }) => shape.box.lowX))
  const lowY = Math.min(...drawn.map(({ shape }) => shape.box.lowY))
  const wide = Math.max(...drawn.map(({ shape }) => shape.box.highX)) - lowX
  const tall = Math.max(...drawn.map(({ shape }) => shape.box.highY)) - lowY
  const scale = span / Math.max(1, wide, tall)
  const [width, height] = [Math.ceil(wide * scale), Math.ceil(tall * scale)]
  return {
    viewBox: `0 0 ${width} ${height}`,
    transform: `scale(${scale.toPrecision(6)}) translate(${-lowX} ${-lowY})`,
    unscaled: Number((1 / scale).toPrecision(6)),
    shapes: drawn.map(({ shape, point }) => ({
      shape,
      point,
      fill: fillOf(point, classes),
      x: Math.round((shape.at[0] - lowX) * scale),
      y: Math.round((shape.at[1] - lowY) * scale),
    })),
  }
}

const span = 720
