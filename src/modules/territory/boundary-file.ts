import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import type { Polygon, Position, Ring } from './boundary-shape.ts'

/** A unit's boundary as a file gives it: by our code or by the official code of a day. */
export type GivenBoundary = {
  /** Which feature of the file, from 1. */
  at: number
  unit: string
  from: LocalDate | null
  until: LocalDate | null
  polygons: readonly Polygon[]
}

/** A file of boundaries (tệp ranh giới), read but not yet looked up among the units. */
export type BoundaryFile = { source: string; licence: string; boundaries: readonly GivenBoundary[] }

/** What an operator says of a file that does not say it itself. */
export type SaidOfFile = {
  source: string | null
  licence: string | null
  from: LocalDate | null
  until: LocalDate | null
  /** The property that names the unit; `unit` or `official_code` otherwise. */
  property: string | null
}

export const sayNothing: SaidOfFile = { source: null, licence: null, from: null, until: null, property: null }

/** Why a file is not loaded (điều phải sửa): `at` is the feature, null for the whole file. */
export type BoundaryProblem = {
  at: number | null
  why:
    | 'not-json'
    | 'not-geojson'
    | 'other-coordinates'
    | 'no-features'
    | 'too-many-features'
    | 'too-many-places'
    | 'no-source'
    | 'no-licence'
    | 'no-unit'
    | 'bad-day'
    | 'days-out-of-order'
    | 'not-an-area'
    | 'not-a-place'
    | 'turned-round'
    | 'outside'
    | 'ring-open'
    | 'ring-short'
    | 'nothing-to-draw'
    | 'unknown-unit'
    | 'not-in-force'
    | 'given-twice'
  given?: string
}

/** More than the country has, of every level together. */
export const mostFeatures = 20_000
/** A file finer than this has to be simplified before. */
export const mostPlaces = 5_000_000

/** Reads GeoJSON (RFC 7946) and says everything that is wrong with it at once, up to what an eye can read. */
export function readBoundaryFile(
  text: string,
  said: SaidOfFile = sayNothing,
): { file: BoundaryFile | null; problems: readonly BoundaryProblem[] } {
  const root = parsed(text)
  if (root === null) return refused('not-json')
  if (!isRecord(root) || root['type'] !== 'FeatureCollection' || !Array.isArray(root['features']))
    return refused('not-geojson')
  if (namesOtherCoordinates(root['crs'])) return refused('other-coordinates')
  const features: unknown[] = root['features']
  if (features.length === 0) return refused('no-features')
  if (features.length > mostFeatures) return refused('too-many-features')
  const source = said.source ?? wordOf(root, 'source')
  const licence = said.licence ?? wordOf(root, 'licence') ?? wordOf(root, 'license')
  const problems: BoundaryProblem[] = []
  if (!source) problems.push({ at: null, why: 'no-source' })
  if (!licence) problems.push({ at: null, why: 'no-licence' })
  const room = { places: 0 }
  const boundaries = features.flatMap((feature, index) => featureOf(feature, index + 1, said, problems, room))
  if (room.places > mostPlaces) return refused('too-many-places')
  if (problems.length > 0 || !source || !licence) return { file: null, problems }
  return { file: { source, licence, boundaries }, problems }
}

function refused(why: BoundaryProblem['why']): { file: null; problems: BoundaryProblem[] } {
  return { file: null, problems: [{ at: null, why }] }
}

function featureOf(
  feature: unknown,
  at: number,
  said: SaidOfFile,
  problems: BoundaryProblem[],
  room: { places: number },
): GivenBoundary[] {
  const own = isRecord(feature) && isRecord(feature['properties']) ? feature['properties'] : {}
  const unit = said.property ? wordOf(own, said.property) : (wordOf(own, 'unit') ?? wordOf(own, 'official_code'))
  const before = problems.length
  if (!unit) problems.push({ at, why: 'no-unit' })
  const from = dayOf(own, 'valid_from', said.from, at, problems)
  const until = dayOf(own, 'valid_to', said.until, at, problems)
  if (from && until && until < from) problems.push({ at, why: 'days-out-of-order' })
  const polygons = polygonsOf(isRecord(feature) ? feature['geometry'] : null)
  if (!polygons) problems.push({ at, why: 'not-an-area' })
  const places = polygons?.flat() ?? []
  room.places += places.reduce((sum, ring) => sum + ring.length, 0)
  const wrong = polygons && room.places <= mostPlaces ? wrongRing(places) : null
  if (wrong) problems.push({ at, ...wrong })
  if (problems.length > before || !unit || !polygons) return []
  return [{ at, unit, from, until, polygons: polygons as readonly Polygon[] }]
}

function dayOf(
  own: Record<string, unknown>,
  key: string,
  otherwise: LocalDate | null,
  at: number,
  problems: BoundaryProblem[],
): LocalDate | null {
  const text = wordOf(own, key)
  if (!text) return otherwise
  const day = parseLocalDate(text)
  if (!day) problems.push({ at, why: 'bad-day', given: text })
  return day
}

/** The rings of an area, not yet looked at. */
function polygonsOf(geometry: unknown): unknown[][][] | null {
  if (!isRecord(geometry)) return null
  const coordinates = geometry['coordinates']
  const polygons: unknown = geometry['type'] === 'Polygon' ? [coordinates] : coordinates
  if (geometry['type'] !== 'Polygon' && geometry['type'] !== 'MultiPolygon') return null
  const isNested =
    Array.isArray(polygons) &&
    polygons.length > 0 &&
    polygons.every((polygon) => Array.isArray(polygon) && polygon.length > 0 && polygon.every(Array.isArray))
  return isNested ? (polygons as unknown[][][]) : null
}

// Mainland and islands with room around them: 102 to 118 degrees east, 6 to 24 degrees north.
const [west, east, south, north] = [101, 119, 5, 25]

function wrongRing(rings: readonly unknown[][]): Omit<BoundaryProblem, 'at'> | null {
  for (const ring of rings) {
    for (const place of ring) {
      if (!isPlace(place)) return { why: 'not-a-place', given: JSON.stringify(place).slice(0, 60) }
      const [x, y] = place
      if (isInside(x, y)) continue
      return { why: isInside(y, x) ? 'turned-round' : 'outside', given: `${x}, ${y}` }
    }
    if (ring.length < 4) return { why: 'ring-short' }
    const [first, last] = [ring[0], ring.at(-1)] as Ring
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return { why: 'ring-open' }
  }
  return null
}

function isInside(x: number, y: number): boolean {
  return x >= west && x <= east && y >= south && y <= north
}

/** A height may follow; it is not drawn. */
function isPlace(place: unknown): place is Position {
  return Array.isArray(place) && place.length >= 2 && place.slice(0, 2).every((one) => Number.isFinite(one))
}

/** RFC 7946 knows one system; an older file that names another one would be drawn in the wrong place. */
function namesOtherCoordinates(crs: unknown): boolean {
  if (crs === undefined || crs === null) return false
  return !/CRS:?:?84|EPSG:*4326/i.test(JSON.stringify(crs))
}

function wordOf(record: Record<string, unknown>, key: string): string | null {
  const value = record[key]
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim().normalize('NFC') : ''
  return text === '' ? null : text.slice(0, 500)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    // What the engine says of the place is in English and about letters; the operator is told that it is no JSON.
    return null
  }
}
