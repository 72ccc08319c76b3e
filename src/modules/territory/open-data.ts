import { z } from 'zod'
import { localDate, parseLocalDate } from '#kernel/local-date.ts'
import type { UnitKind, UnitLevel } from './unit.ts'

/** What everybody may ask about units, as data: read by the API, the cli and the OpenAPI document. */
const levels = ['province', 'district', 'commune'] as const
const kinds = [
  ...(['province', 'city', 'rural-district', 'urban-district', 'district-town'] as const),
  ...(['commune', 'ward', 'township', 'special-zone'] as const),
]

const levelWords: Record<UnitLevel, string> = { province: 'tỉnh', district: 'huyện', commune: 'xã' }
const kindWords: Record<UnitKind, string> = {
  province: 'tỉnh',
  city: 'thành phố',
  'rural-district': 'huyện',
  'urban-district': 'quận',
  'district-town': 'thị xã',
  commune: 'xã',
  ward: 'phường',
  township: 'thị trấn',
  'special-zone': 'đặc khu',
}

const unitCode = z.string().regex(/^[a-z0-9-]{1,80}$/, 'Mã đơn vị chỉ gồm chữ thường không dấu, chữ số và dấu gạch.')
const unitCodes = z.array(unitCode).max(50)
const day = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseLocalDate(text) !== null, {
    error: 'Cần một ngày có thật viết như 2026-09-30, từ năm 1900 đến 2100.',
  })
  .transform(localDate)
const words = z
  .string()
  .max(100)
  .refine((text) => text.trim() !== '', 'Gõ ít nhất một chữ.')

export const unitKey = unitCode.meta({ description: 'Mã đơn vị.', example: 'vi-du-song-xanh' })

export const unitFilters = z.object({
  on: day.optional().meta({
    description: 'Ngày muốn xem: đơn vị gọi thế nào, thuộc đâu vào ngày ấy. Bỏ trống là hôm nay (giờ Việt Nam).',
    format: 'date',
    example: '2026-09-30',
  }),
  level: z
    .array(z.enum(levels))
    .max(3)
    .optional()
    .meta({ description: 'Cấp: tỉnh, huyện (đến 30/6/2025), xã.', example: 'commune' }),
  kind: z
    .array(z.enum(kinds))
    .max(9)
    .optional()
    .meta({ description: 'Loại: xã, phường, thị trấn, đặc khu…', example: 'ward' }),
  parent: unitCodes.optional().meta({ description: 'Mã đơn vị cấp trên trực tiếp vào ngày ấy.', example: 'vi-du' }),
  province: unitCodes.optional().meta({ description: 'Mã tỉnh, thành phố vào ngày ấy.', example: 'vi-du' }),
  code: unitCodes.optional().meta({ description: 'Mã đơn vị.', example: 'vi-du-song-xanh' }),
  q: words.optional().meta({ description: 'Tìm trong tên, gõ có dấu hay không dấu đều được.', example: 'song xanh' }),
})

const versionShape = {
  code: z.string().meta({ title: 'Mã', description: 'Mã đơn vị, không đổi.', example: 'vi-du-song-xanh' }),
  name: z.string().meta({ title: 'Tên', description: 'Tên lúc đó.', example: 'Xã Sông Xanh' }),
  kind: z.enum(kinds).meta({ title: 'Loại', description: 'Loại đơn vị lúc đó.', example: 'commune' }),
  level: z.enum(levels).meta({ title: 'Cấp', description: 'Cấp của đơn vị lúc đó.', example: 'commune' }),
  parent: z
    .string()
    .nullable()
    .meta({ title: 'Thuộc', description: 'Mã cấp trên trực tiếp; tỉnh thì không có.', example: 'vi-du' }),
  province: z.string().meta({ title: 'Tỉnh', description: 'Mã tỉnh, thành phố lúc đó.', example: 'vi-du' }),
  from: z.string().nullable().meta({
    title: 'Từ',
    description: 'Ngày đầu của tên, loại và cấp trên này; không rõ thì trống.',
    format: 'date',
    example: '2025-07-01',
  }),
  until: z
    .string()
    .nullable()
    .meta({ title: 'Đến', description: 'Ngày cuối; còn đến nay thì trống.', format: 'date', example: null }),
}

/** A unit as it was while one of its versions held. */
export const unitAnswer = z.object(versionShape)

/** A unit with everything it ever was called. */
export const unitWithVersions = z.object({
  code: versionShape.code,
  name: z.string().meta({ description: 'Tên gần đây nhất.', example: 'Xã Sông Xanh' }),
  versions: z
    .array(unitAnswer)
    .meta({ description: 'Mỗi lần đổi tên, đổi loại, đổi cấp trên là một dòng; mới nhất ở trên.' }),
})

const names = ['name', '-name'] as const
const codes = ['code', '-code'] as const

export const unitListing = {
  name: 'units',
  summary: 'Đơn vị hành chính vào một ngày',
  description:
    'Tỉnh, huyện (đến 30/6/2025), xã, phường, đặc khu còn hiệu lực vào ngày được hỏi, với tên và cấp trên của đúng ngày đó.',
  filters: unitFilters,
  item: unitAnswer,
  orders: [...names, ...codes] as const,
  position: z.tuple([z.string().max(300), z.string().max(100)]),
  countable: true,
  columns: ['name', 'kind', 'level', 'province', 'code'],
  words: { kind: kindWords, level: levelWords },
  example: 'on=2026-09-30&level=commune&limit=5',
} as const

export const unitSingle = {
  name: 'units',
  summary: 'Một đơn vị với mọi lần đổi',
  description: 'Mọi tên, loại và cấp trên mà đơn vị từng có. CSV thì mỗi lần là một dòng.',
  key: unitKey,
  item: unitWithVersions,
  row: unitAnswer,
  example: 'vi-du-song-xanh',
} as const
