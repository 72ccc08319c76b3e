import type { Box } from './map-ground.ts'

/** A place as GeoJSON writes it: degrees east, degrees north. */
export type Position = readonly [east: number, north: number]
/** A closed line; the last position is the first. */
export type Ring = readonly Position[]
/** The outer ring first, then holes. */
export type Polygon = readonly Ring[]

/** A boundary as it is drawn: not for measuring. */
export type DrawnBoundary = { path: string; box: Box; at: readonly [x: number, y: number] }

type Flat = readonly [x: number, y: number]

/** Ten-thousandths of a degree: about eleven metres. East is shortened as it is at 16 degrees north, the middle of the country. */
const perDegree = 10_000
const shortened = Math.cos((16 * Math.PI) / 180)

/** What is smaller than this part of the larger side of a unit is not seen on a page. */
const finest = 1 / 600

/** Projects, simplifies and writes a boundary as an SVG path of whole numbers; null where nothing is left to draw. */
export function drawnBoundary(polygons: readonly Polygon[]): DrawnBoundary | null {
  const flat = polygons.map((polygon) => polygon.map((ring) => ring.map(projected)))
  const full = boxOf(flat.flat(2))
  const side = Math.max(full.highX - full.lowX, full.highY - full.lowY)
  const tolerance = Math.max(1, side * finest)
  const drawn = flat
    .map((rings) => rings.map((ring) => simplified(ring, tolerance)).filter((ring) => areaOf(ring) !== 0))
    .filter((rings) => rings.length > 0)
  const outer = drawn.map(([ring = []]) => ring)
  const largest = outer.reduce<readonly Flat[]>((best, ring) => (areaOf(ring) > areaOf(best) ? ring : best), [])
  if (largest.length === 0) return null
  return { path: drawn.flat().map(pathOf).join(''), box: boxOf(drawn.flat(2)), at: insideOf(largest) }
}

/** East and south, because a page is read downwards. */
export function projected([east, north]: Position): Flat {
  return [Math.round(east * perDegree * shortened), Math.round(-north * perDegree)]
}

/** Douglas and Peucker 1973, without recursion: a ring of a million places must not end the program. Keeps the ring closed. */
export function simplified(ring: readonly Flat[], tolerance: number): Flat[] {
  const last = ring.length - 1
  if (last < 3) return [...ring]
  const kept = new Set([0, last])
  // A ring begins where it ends, so its first chord has no length: it is cut at the place farthest from its beginning.
  const far = farthestFrom(ring)
  kept.add(far)
  const open: [number, number][] = [
    [0, far],
    [far, last],
  ]
  for (let chord = open.pop(); chord; chord = open.pop()) {
    const [from, to] = chord
    const { at, distance } = farthest(ring, from, to)
    if (distance <= tolerance) continue
    kept.add(at)
    open.push([from, at], [at, to])
  }
  return ring.filter((_, index) => kept.has(index))
}

function farthestFrom(ring: readonly Flat[]): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  let best = { at: 1, distance: -1 }
  ring.forEach(([x, y], at) => {
    const distance = (x - x0) ** 2 + (y - y0) ** 2
    if (distance > best.distance) best = { at, distance }
  })
  return best.at
}

function farthest(ring: readonly Flat[], from: number, to: number): { at: number; distance: number } {
  const a: Flat = ring[from] ?? [0, 0]
  const b: Flat = ring[to] ?? [0, 0]
  let best = { at: from, distance: 0 }
  for (let at = from + 1; at < to; at += 1) {
    const distance = distanceTo(ring[at] ?? [0, 0], a, b)
    if (distance > best.distance) best = { at, distance }
  }
  return best
}

/** From a place to a stretch between two others. */
function distanceTo([x, y]: Flat, [x1, y1]: Flat, [x2, y2]: Flat): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length))
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy)
}

/** Twice the area would do; which way round it runs does not matter. */
function areaOf(ring: readonly Flat[]): number {
  let twice = 0
  for (let at = 1; at < ring.length; at += 1) {
    const [[x1, y1], [x2, y2]] = [ring[at - 1] ?? [0, 0], ring[at] ?? [0, 0]]
    twice += x1 * y2 - x2 * y1
  }
  return Math.abs(twice) / 2
}

function boxOf(places: readonly Flat[]): Box {
  const box = { lowX: Infinity, lowY: Infinity, highX: -Infinity, highY: -Infinity }
  for (const [x, y] of places) {
    box.lowX = Math.min(box.lowX, x)
    box.lowY = Math.min(box.lowY, y)
    box.highX = Math.max(box.highX, x)
    box.highY = Math.max(box.highY, y)
  }
  return box
}

/** Steps from place to place: shorter than places. */
function pathOf(ring: readonly Flat[]): string {
  const steps = ring.slice(0, -1).map(([x, y], at) => {
    const [x0, y0] = ring[at - 1] ?? [0, 0]
    return at === 0 ? `M${x} ${y}` : `l${x - x0} ${y - y0}`
  })
  return `${steps.join('')}z`
}

/** A place inside a ring for its name: the middle of the widest stretch on a few level lines. A centre of gravity may lie outside a crescent. */
function insideOf(ring: readonly Flat[]): [number, number] {
  const { lowY, highY, lowX } = boxOf(ring)
  let best = { width: -1, x: lowX, y: lowY }
  for (let line = 1; line < 8; line += 1) {
    const y = lowY + ((highY - lowY) * line) / 8
    const crossings = crossingsAt(ring, y)
    // From the middle outwards a wider stretch must be clearly wider to be preferred.
    const weight = 1 - Math.abs(line - 4) / 12
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [left = 0, right = 0] = [crossings[at], crossings[at + 1]]
      const width = (right - left) * weight
      if (width > best.width) best = { width, x: (left + right) / 2, y }
    }
  }
  return [Math.round(best.x), Math.round(best.y)]
}

function crossingsAt(ring: readonly Flat[], y: number): number[] {
  const found: number[] = []
  for (let at = 1; at < ring.length; at += 1) {
    const [[x1, y1], [x2, y2]] = [ring[at - 1] ?? [0, 0], ring[at] ?? [0, 0]]
    if (y1 <= y !== y2 <= y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
  }
  return found.sort((a, b) => a - b)
}
