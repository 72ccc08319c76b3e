import { z } from 'zod'
import { flagLabel } from './labels.ts'
import { openDay, openLevels, unitCodes } from './open-data.ts'

/** Which unit's figures stand where on another day's map, as everybody may ask it. */
const flags = ['exact', 'apportioned', 'not-comparable'] as const

const unitOfDay = z.object({
  code: z.string().nullable().meta({ description: 'Mã số của cơ quan thống kê vào ngày ấy.', example: '20695' }),
  name: z.string().meta({ description: 'Tên vào ngày ấy.', example: 'Xã Quế Sơn' }),
  unit: z.string().meta({ description: 'Mã đơn vị của Khéo, không đổi.', example: 'vi-du-song-xanh' }),
})

export const rebaseFilters = z.object({
  from: openDay.meta({
    description: 'Ngày của bản đồ cũ: số liệu của các đơn vị đứng vào ngày này.',
    format: 'date',
    example: '2025-06-30',
  }),
  to: openDay.meta({ description: 'Ngày của bản đồ mới, không trước “from”.', format: 'date', example: '2025-07-01' }),
  level: z.enum(openLevels).optional().meta({ description: 'Cấp; bỏ trống là xã.', example: 'commune' }),
  unit: unitCodes
    .optional()
    .meta({ description: 'Chỉ các đơn vị này (mã đơn vị, của ngày “from”).', example: 'vi-du-song-xanh' }),
  province: unitCodes
    .optional()
    .meta({ description: 'Chỉ các đơn vị của tỉnh này vào ngày “from”.', example: 'vi-du' }),
})

export const rebaseAnswer = z.object({
  from: unitOfDay.meta({ title: 'Từ', description: 'Đơn vị có số liệu.' }),
  to: unitOfDay
    .nullable()
    .meta({ title: 'Sang', description: 'Đơn vị nhận số liệu ấy; null khi không biết đã về đâu.' }),
  share: z.number().nullable().meta({
    title: 'Phần',
    description: 'Phần của số liệu, từ 0 đến 1; 1 là toàn bộ; null khi không biết.',
    example: 1,
  }),
  flag: z.enum(flags).meta({
    title: 'Cờ',
    description: 'exact: cộng đúng; apportioned: chia theo tỷ lệ đã biết; not-comparable: không so sánh được.',
    example: 'exact',
  }),
  reason: z.string().nullable().meta({
    title: 'Vì sao',
    description: 'Vì sao không so sánh được, thành một câu.',
    example: null,
  }),
})

export const rebaseListing = {
  name: 'rebase',
  summary: 'Đơn vị cũ sang đơn vị mới',
  description:
    'Số liệu của mỗi đơn vị vào ngày “from” đứng ở đâu trên bản đồ của ngày “to”. Mỗi cặp một dòng; đơn vị không đổi cũng có dòng của nó (phần 1, exact).',
  filters: rebaseFilters,
  item: rebaseAnswer,
  orders: ['code'] as const,
  position: z.tuple([z.string().max(100), z.string().max(100)]),
  countable: true,
  columns: ['from', 'to', 'share', 'flag', 'reason'],
  parts: {
    from: { code: 'Mã số', name: 'Từ', unit: 'Mã' },
    to: { code: 'Mã số', name: 'Sang', unit: 'Mã' },
  },
  words: { flag: flagLabel },
  example: 'from=2025-06-30&to=2025-07-01&limit=5',
} as const
