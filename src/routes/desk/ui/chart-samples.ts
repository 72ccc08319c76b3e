import { newId } from '#kernel/ids.ts'
import type { MapGround, Shape, Tile } from '#modules/territory/map-ground.ts'
import type { MapUnit } from '#ui/chart/map-drawing.ts'
import { numberText } from '#ui/chart/numbers.ts'
import type { ChartPoint, ChartSeries, ChartWords } from '#ui/chart/chart.ts'
import type { ChartPanel } from '#ui/chart/multiples.ts'
import { longUnit } from './words.ts'

/** Invented numbers that show every state of a chart. */
export function sample(value: number | null, more: Partial<ChartPoint> = {}): ChartPoint {
  const text = value === null ? 'chưa có số' : numberText(value)
  return {
    label: '',
    name: '',
    state: value === null ? 'absent' : 'known',
    value,
    text: more.hedge ? `${more.hedge} ${text}` : text,
    why: null,
    href: null,
    flag: 'exact',
    hedge: null,
    part: null,
    ...more,
  }
}

export function months(
  values: readonly (number | null)[],
  more: Record<number, Partial<ChartPoint>> = {},
): ChartPoint[] {
  return values.map((value, index) => ({
    ...sample(value, more[index]),
    label: `T${(index % 12) + 1}`,
    name: `Tháng ${(index % 12) + 1} năm ${2025 + Math.floor(index / 12)}`,
    href: value === null ? null : `/desk/ui?thang=${index + 1}`,
  }))
}

export const files: ChartWords = { title: 'Hồ sơ giải quyết đúng hạn, Tỉnh Ví Dụ, 2025', unit: 'hồ sơ', places: 'kỳ' }

export const oneLine: ChartSeries[] = [
  {
    key: 'files',
    name: 'Đúng hạn',
    role: 'main',
    points: months([31_204, 30_877, 33_120, null, 33_838, 34_010, 29_400, 30_115, null, 31_900, 32_480, 33_001], {
      3: { why: 'Hai xã chưa nộp.' },
      4: { hedge: 'trên' },
      6: { flag: 'apportioned' },
      8: { state: 'not-comparable', text: 'không so sánh được', why: 'Cách tính đã thay đổi trong kỳ.' },
    }),
  },
]

const shares = [71.4, 72.3, 74.05, 73.9, 78.2, 80.15, 79.4, 82, 85.6, 88.1, 90.25, 91.7]
export const severalLines: ChartSeries[] = [
  { key: 'now', name: 'Tỉnh Ví Dụ, năm 2025', role: 'main', points: months(shares) },
  { key: 'other', name: longUnit, role: 'main', points: months(shares.map((share) => share - 6.5)) },
  { key: 'before', name: 'Cùng kỳ năm 2024', role: 'comparison', points: months(shares.map((share) => share - 14)) },
  {
    key: 'goal',
    name: 'Chỉ tiêu được giao',
    role: 'target',
    points: months(shares.map((_, at) => (at < 6 ? 80 : 90))),
  },
]
export const manyPoints: ChartSeries[] = [
  {
    key: 'years',
    name: 'Lượt người tiếp',
    role: 'main',
    points: months(
      Array.from({ length: 60 }, (_, at) => Math.round(4_200_000 + 900_000 * Math.sin(at / 7) + at * 30_000)),
    ),
  },
]

const communes = [longUnit, 'Xã Sông Xanh', 'Xã Núi Vàng', 'Phường Bến Đá', 'Đặc khu Hòn Ngọc', 'Xã Vĩnh Thạnh Trung']
function perCommune(values: readonly (number | null)[], more: Record<number, Partial<ChartPoint>> = {}): ChartPoint[] {
  return values.map((value, index) => ({
    ...sample(value, more[index]),
    name: communes[index] ?? '',
    label: communes[index] ?? '',
    href: value === null ? null : `/desk/ui?xa=${index + 1}`,
  }))
}
export const bars: ChartSeries[] = [
  {
    key: 'now',
    name: 'Quý III/2026',
    role: 'main',
    points: perCommune([3_205, 2_874, 2_410, null, 0, 1_204], {
      1: { hedge: 'khoảng' },
      2: { flag: 'apportioned' },
      3: { why: 'Chưa nộp báo cáo quý III.' },
    }),
  },
]
export const comparedBars: ChartSeries[] = [
  ...bars,
  { key: 'before', name: 'Cùng kỳ', role: 'comparison', points: perCommune([2_900, 3_001, 2_200, 900, 12, 1_100]) },
  { key: 'goal', name: 'Chỉ tiêu', role: 'target', points: perCommune([3_000, 3_000, 2_500, 1_000, 20, 1_200]) },
]
export const signedBars: ChartSeries[] = [
  { key: 'change', name: 'Tăng, giảm', role: 'main', points: perCommune([120, -45, 12, 0, -210, 64]) },
]

export const panels: ChartPanel[] = communes.map((name, at) => ({
  key: name,
  name,
  href: '/desk/ui',
  breaks: at === 1 ? [{ at: 6, note: 'Từ tháng 7 năm 2025: tính cả hồ sơ trực tuyến.' }] : [],
  series: [
    {
      key: 'files',
      name: 'Hồ sơ',
      role: 'main',
      points: months(
        at === 4
          ? Array.from({ length: 12 }, () => null)
          : shares.map((share, index) => Math.round(share * (at + 1) * (1 + ((index * at) % 5) / 20))),
        { 2: { hedge: 'khoảng' }, 5: at === 2 ? { flag: 'apportioned' } : {} },
      ),
    },
  ],
}))

export type SampleCountry = { ground: Extract<MapGround, { kind: 'tiles' }>; units: MapUnit[] }

const states: Record<number, Partial<ChartPoint>> = {
  3: { hedge: 'khoảng' },
  8: { flag: 'apportioned' },
  11: { value: null, state: 'absent', text: 'chưa có số', why: 'Chưa nộp báo cáo.' },
  17: { value: null, state: 'not-comparable', text: 'không so sánh được', why: 'Tỷ lệ chia chưa biết.' },
  21: { value: null, state: 'not-applicable', text: 'không áp dụng' },
  25: { value: null, state: 'undefined', text: 'không xác định', why: 'Không có hồ sơ nào.' },
}

function onMap(unit: MapUnit['unit'], index: number, name: string): MapUnit {
  const value = Math.round((60 + ((index * 37) % 400) / 10) * 10) / 10
  return { unit, point: { ...sample(value, states[index] ?? {}), name, label: name, href: `/desk/ui?don-vi=${index}` } }
}

export function onCountry(tiles: readonly Tile[]): SampleCountry {
  return {
    ground: { kind: 'tiles', tiles },
    units: tiles.map(({ unit, label }, index) => onMap(unit, index, `Tỉnh ${label}`)),
  }
}

export function emptyMap({ ground }: SampleCountry): SampleCountry {
  return {
    ground,
    units: ground.tiles.map(({ unit, label }) => ({ unit, point: { ...sample(null), name: label, label } })),
  }
}

const names = Array.from({ length: 64 }, (_, index) => communes[index] ?? `Xã Thứ ${index + 1} Vĩnh Thạnh`)
const communeUnits = names.map((name, index) => onMap(newId<'Unit'>(), index, name))
const ids = communeUnits.map(({ unit }) => unit)
export const communeMap: { ground: MapGround; units: MapUnit[] } = {
  units: communeUnits,
  ground: {
    kind: 'groups',
    groups: [
      { name: 'Huyện Sông Xanh', units: ids.slice(0, 20) },
      { name: 'Thị xã Vĩnh Thạnh Trung Nghĩa Lộ Thượng', units: ids.slice(20, 33) },
      { name: null, units: ids.slice(33) },
    ],
  },
}

/** Invented boundaries: crooked fields beside each other. */
export const shapeMap: { ground: MapGround; units: MapUnit[] } = {
  units: communeUnits.slice(0, 30),
  ground: {
    kind: 'shapes',
    source: 'Ranh giới ví dụ, tự vẽ',
    licence: 'CC0-1.0',
    shapes: ids.slice(0, 30).map((unit, index): Shape => {
      const [column, row] = [index % 6, Math.floor(index / 6)]
      const corner = (x: number, y: number): [number, number] => [
        60_000 + x * 1_000 + ((x * 7 + y * 13) % 5) * 120,
        -160_000 + y * 1_000 + ((x * 11 + y * 3) % 7) * 90,
      ]
      const corners = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
      ]
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
      return {
        unit,
        path: `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}Z`,
        box: { lowX: Math.min(...xs), lowY: Math.min(...ys), highX: Math.max(...xs), highY: Math.max(...ys) },
        at: [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2],
      }
    }),
  },
}
