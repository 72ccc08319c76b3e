import { z } from 'zod'
import { tidy } from '#kernel/text.ts'

/** Sizes of a unit by its people, half-open; the last one is open. */
export const sizeBands = [
  { code: 'nho', least: 0, most: 5_000, label: 'Dưới 5.000 dân' },
  { code: 'vua', least: 5_000, most: 10_000, label: '5.000 đến dưới 10.000 dân' },
  { code: 'lon', least: 10_000, most: 20_000, label: '10.000 đến dưới 20.000 dân' },
  { code: 'rat-lon', least: 20_000, most: 50_000, label: '20.000 đến dưới 50.000 dân' },
  { code: 'tren-50', least: 50_000, most: null, label: 'Từ 50.000 dân' },
] as const

export const libraryOrders = ['phu-hop', 'moi'] as const
/** Best match first, or newest first. */
export type LibraryOrder = (typeof libraryOrders)[number]

/** The kinds of unit a reader chooses from: those that keep initiatives today and did before. */
export const libraryKinds = ['commune', 'ward', 'township', 'special-zone', 'province', 'city'] as const

const word = (most: number) =>
  z
    .string()
    .catch('')
    .transform((text) => tidy(text.replace(/\0/g, '')).slice(0, most))

/** What a reader asks of the library; whatever cannot be read asks for nothing. */
export const librarySearchForm = z.object({
  q: word(120),
  'viec-kho': word(120),
  noi: word(80),
  'linh-vuc': z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .catch(''),
  loai: z.enum(libraryKinds).or(z.literal('')).catch(''),
  'co-dan': z
    .enum(sizeBands.map(({ code }) => code))
    .or(z.literal(''))
    .catch(''),
  nam: z.coerce.number().int().min(1990).max(2100).nullable().catch(null),
  'tieu-bieu': z.literal('co').or(z.literal('')).catch(''),
  xep: z.enum(libraryOrders).catch('phu-hop'),
})

export type LibraryAsked = z.infer<typeof librarySearchForm>

/** Reads an address; an empty field is no field. */
export function readLibraryAsked(params: URLSearchParams): LibraryAsked {
  const given = Object.fromEntries([...params].filter(([, value]) => value !== ''))
  return librarySearchForm.parse({ ...given, nam: given.nam ?? null })
}

/** What was asked as an address carries it, in one order, without what asks for nothing. */
export function askedAddress(asked: LibraryAsked): Record<string, string> {
  const entries = Object.entries(asked).filter(
    ([key, value]) => value !== '' && value !== null && !(key === 'xep' && value === 'phu-hop'),
  )
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]))
}

/** Words that stand in nearly every text of the library: they narrow nothing. */
export const commonInLibrary: ReadonlySet<string> = new Set([
  ...['dan', 'van', 'kheo', 'mo', 'hinh', 'nguoi', 'nhan', 'xa', 'phuong', 'tinh', 'thon', 'to', 'va', 'cua', 'cac'],
  ...[
    'cho',
    'o',
    'tai',
    'la',
    'co',
    'khong',
    'duoc',
    'de',
    'voi',
    'trong',
    'mot',
    'moi',
    'nam',
    'lam',
    'viec',
    've',
    'den',
  ],
])
