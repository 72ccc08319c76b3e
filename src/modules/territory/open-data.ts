import { z } from 'zod'
import { localDate, parseLocalDate } from '#kernel/local-date.ts'
import { eventKinds } from './event.ts'
import { kindName } from './labels.ts'
import { trees, type UnitLevel } from './unit.ts'

/** What everybody may ask about units, as data: read by the API, the cli and the OpenAPI document. */
export const openLevels = ['province', 'district', 'commune'] as const
const kinds = [
  ...(['province', 'city', 'rural-district', 'urban-district', 'district-town'] as const),
  ...(['commune', 'ward', 'township', 'special-zone'] as const),
]

const levelWords: Record<UnitLevel, string> = { province: 'tỉnh', district: 'huyện', commune: 'xã' }

const unitCode = z.string().regex(/^[a-z0-9-]{1,80}$/, 'Mã đơn vị chỉ gồm chữ thường không dấu, chữ số và dấu gạch.')
export const unitCodes = z.array(unitCode).max(50)
export const openDay = z
  .string({ error: 'Cần ghi một ngày, viết như 2026-09-30.' })
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
  on: openDay.optional().meta({
    description: 'Ngày muốn xem: đơn vị gọi thế nào, thuộc đâu vào ngày ấy. Bỏ trống là hôm nay (giờ Việt Nam).',
    format: 'date',
    example: '2026-09-30',
  }),
  level: z
    .array(z.enum(openLevels))
    .max(3)
    .optional()
    .meta({ description: 'Cấp: tỉnh, huyện (đến 30/6/2025), xã.', example: 'commune' }),
  kind: z
    .array(z.enum(kinds))
    .max(8)
    .optional()
    .meta({ description: 'Loại: xã, phường, thị trấn, đặc khu…', example: 'ward' }),
  parent: unitCodes.optional().meta({ description: 'Mã đơn vị cấp trên trực tiếp vào ngày ấy.', example: 'vi-du' }),
  province: unitCodes.optional().meta({ description: 'Mã tỉnh, thành phố vào ngày ấy.', example: 'vi-du' }),
  code: unitCodes.optional().meta({ description: 'Mã đơn vị.', example: 'vi-du-song-xanh' }),
  officialCode: z
    .array(z.string().regex(/^\d{2,5}$/, 'Mã số gồm 2 đến 5 chữ số.'))
    .max(50)
    .optional()
    .meta({ description: 'Mã số của cơ quan thống kê vào ngày ấy: tỉnh 2, huyện 3, xã 5 chữ số.', example: '48' }),
  tree: z.enum(trees).optional().meta({
    description:
      'Theo tổ chức nào: chính quyền (state), Đảng (party), Mặt trận (front). Bỏ trống là chính quyền; nơi nào Đảng, Mặt trận không ghi khác thì như chính quyền.',
    example: 'state',
  }),
  q: words.optional().meta({ description: 'Tìm trong tên, gõ có dấu hay không dấu đều được.', example: 'song xanh' }),
})

const versionShape = {
  code: z.string().meta({ title: 'Mã', description: 'Mã đơn vị, không đổi.', example: 'vi-du-song-xanh' }),
  name: z.string().meta({ title: 'Tên', description: 'Tên lúc đó.', example: 'Xã Sông Xanh' }),
  kind: z.enum(kinds).meta({ title: 'Loại', description: 'Loại đơn vị lúc đó.', example: 'commune' }),
  level: z.enum(openLevels).meta({ title: 'Cấp', description: 'Cấp của đơn vị lúc đó.', example: 'commune' }),
  parent: z
    .string()
    .nullable()
    .meta({ title: 'Thuộc', description: 'Mã cấp trên trực tiếp; tỉnh thì không có.', example: 'vi-du' }),
  province: z.string().meta({ title: 'Tỉnh', description: 'Mã tỉnh, thành phố lúc đó.', example: 'vi-du' }),
  officialCode: z.string().nullable().meta({
    title: 'Mã số',
    description: 'Mã số của cơ quan thống kê lúc đó; mã có thể được dùng lại cho đơn vị khác.',
    example: '20695',
  }),
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
  actNumber: z.string().nullable().meta({
    title: 'Văn bản',
    description: 'Số văn bản làm nên tên, loại hay cấp trên này; không rõ thì trống.',
    example: '1659/NQ-UBTVQH15',
  }),
  actArticle: z
    .string()
    .nullable()
    .meta({ title: 'Điều khoản', description: 'Điều, khoản của văn bản ấy.', example: 'Điều 1 khoản 23' }),
}

/** Another unit that a unit came from or went into. */
const succession = z.object({
  code: versionShape.code,
  officialCode: versionShape.officialCode,
  name: z.string().meta({ description: 'Tên của đơn vị kia, lúc một bên tiếp bên kia.', example: 'Xã Quế Phú' }),
  on: z.string().meta({ description: 'Ngày đầu có hiệu lực.', format: 'date', example: '2025-07-01' }),
  event: z.enum(eventKinds).meta({ description: 'Loại sự kiện.', example: 'merge' }),
  extent: z.enum(['whole', 'part']).meta({ description: 'Nhập toàn bộ hay một phần.', example: 'whole' }),
  share: z
    .number()
    .nullable()
    .meta({ description: 'Phần của đơn vị cũ sang đơn vị mới, từ 0 đến 1; chưa biết thì null.', example: 1 }),
  actNumber: versionShape.actNumber,
  actArticle: versionShape.actArticle,
})

/** A unit as it was while one of its versions held. */
export const unitAnswer = z.object(versionShape)

/** A unit with everything it ever was called. */
export const unitWithVersions = z.object({
  code: versionShape.code,
  name: z.string().meta({ description: 'Tên gần đây nhất.', example: 'Xã Sông Xanh' }),
  versions: z
    .array(unitAnswer)
    .meta({ description: 'Mỗi lần đổi tên, đổi loại, đổi cấp trên là một dòng; mới nhất ở trên.' }),
  predecessors: z.array(succession).meta({ description: 'Thành lập từ những đơn vị nào.' }),
  successors: z.array(succession).meta({ description: 'Đã nhập vào, chia thành những đơn vị nào.' }),
})

const names = ['name', '-name'] as const
const codes = ['code', '-code'] as const

export const unitListing = {
  name: 'units',
  summary: 'Đơn vị hành chính vào một ngày',
  description:
    'Tỉnh, huyện (đến 30/6/2025), xã, phường, đặc khu còn hiệu lực vào ngày được hỏi, với tên, mã số và cấp trên của đúng ngày đó.',
  filters: unitFilters,
  item: unitAnswer,
  orders: [...names, ...codes] as const,
  position: z.tuple([z.string().max(300), z.string().max(100)]),
  countable: true,
  columns: ['officialCode', 'name', 'kind', 'level', 'province', 'code'],
  words: { kind: kindName, level: levelWords },
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
