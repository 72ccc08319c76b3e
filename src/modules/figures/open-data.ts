import { z } from 'zod'
import { numerals } from '#kernel/numerals.ts'

const codeShape = /^[A-Z]{1,3}\d{2,3}$/
const indicatorCode = z.string().regex(codeShape, 'Mã chỉ tiêu viết như F01.')

export const indicatorKey = indicatorCode.meta({ description: 'Mã chỉ tiêu.', example: 'F01' })
export const indicatorCodes = z.array(indicatorCode).max(100)

const natures = ['flow', 'stock', 'change', 'ratio', 'score'] as const
const natureWords: Record<(typeof natures)[number], string> = {
  flow: 'phát sinh',
  stock: 'hiện có',
  change: 'tăng giảm',
  ratio: 'tỷ lệ',
  score: 'điểm',
}
const sensitivities = ['public', 'internal', 'total-only'] as const

export const indicatorFilters = z.object({
  code: indicatorCodes.optional().meta({ description: 'Mã chỉ tiêu.', example: 'F01,F02' }),
  nature: z
    .array(z.enum(natures))
    .max(5)
    .optional()
    .meta({ description: 'Số phát sinh, hiện có, tăng giảm, tỷ lệ, điểm.', example: 'stock' }),
  sensitivity: z.array(z.enum(sensitivities)).max(3).optional().meta({
    description: 'Công khai; nội bộ; hoặc chỉ công khai tổng từ cấp huyện trở lên.',
    example: 'public',
  }),
  q: z
    .string()
    .max(100)
    .refine((text) => text.trim() !== '', 'Gõ ít nhất một chữ.')
    .optional()
    .meta({
      description: 'Tìm trong tên và trong câu “đếm gì”, có dấu hay không dấu.',
      example: 'ho so',
    }),
})

const versionShape = {
  code: z.string().meta({ title: 'Mã', description: 'Mã chỉ tiêu, không đổi.', example: 'F01' }),
  version: z
    .int()
    .meta({ title: 'Bản', description: 'Lần định nghĩa; số liệu thuộc mãi về bản mà nó được báo cáo.', example: 1 }),
  section: z.string().meta({ title: 'Nhóm', description: 'Nhóm chỉ tiêu.', example: 'F. Hồ sơ' }),
  name: z.string().meta({ title: 'Tên', description: 'Tên chỉ tiêu.', example: 'Hồ sơ tiếp nhận' }),
  unitOfCount: z
    .string()
    .meta({ title: 'Đơn vị tính', description: '500 lượt không phải là 500 người.', example: 'hồ sơ' }),
  numeral: z
    .enum(numerals)
    .meta({ title: 'Cách viết', description: 'Số đếm, số lẻ, phần trăm hay số tăng giảm có dấu.', example: 'count' }),
  nature: z.enum(natures).meta({
    title: 'Bản chất',
    description: 'Số phát sinh cộng theo thời gian; số hiện có lấy cuối kỳ.',
    example: 'flow',
  }),
  overTime: z.string().meta({ description: 'Cách gộp theo thời gian.', example: 'sum' }),
  overTerritory: z.string().meta({ description: 'Cách gộp theo địa bàn.', example: 'sum' }),
  direction: z
    .string()
    .meta({ description: 'Nhiều hơn là tốt, ít hơn là tốt, hay chỉ là bối cảnh.', example: 'context' }),
  sensitivity: z
    .enum(sensitivities)
    .meta({ description: 'Số liệu của chỉ tiêu được công khai tới đâu.', example: 'public' }),
  dimensions: z
    .array(z.string())
    .meta({ description: 'Các phân tổ; trong CSV cách nhau bằng dấu cách.', example: ['collective', 'individual'] }),
  counts: z.string().meta({
    title: 'Đếm gì',
    description: 'Một câu: thế nào thì tính là một.',
    example: 'Mỗi hồ sơ tiếp nhận trong kỳ tính là một.',
  }),
  frequency: z.string().meta({ description: 'Các kỳ thường báo cáo: M tháng, Q quý, Y năm.', example: 'Q' }),
  source: z
    .string()
    .meta({ description: 'Chỉ tiêu lấy từ đâu, đã kiểm chứng tới đâu.', example: 'được nêu trong văn bản đã công bố' }),
  from: z
    .string()
    .nullable()
    .meta({ description: 'Ngày đầu của định nghĩa này; không rõ thì trống.', format: 'date', example: null }),
  until: z.string().nullable().meta({ description: 'Ngày cuối; còn dùng thì trống.', format: 'date', example: null }),
}

/** An indicator as it is, or was, defined. */
export const indicatorAnswer = z.object(versionShape)

export const indicatorWithVersions = z.object({
  code: versionShape.code,
  name: z.string().meta({ description: 'Tên của định nghĩa mới nhất.', example: 'Hồ sơ tiếp nhận' }),
  versions: z.array(indicatorAnswer).meta({ description: 'Mọi lần định nghĩa, mới nhất ở trên.' }),
})

const orders = ['code', '-code'] as const

export const indicatorListing = {
  name: 'indicators',
  summary: 'Chỉ tiêu',
  description: 'Mỗi chỉ tiêu với định nghĩa mới nhất: đếm gì, tính bằng gì, cộng thế nào.',
  filters: indicatorFilters,
  item: indicatorAnswer,
  orders,
  position: z.string().max(20),
  countable: true,
  columns: ['code', 'name', 'unitOfCount', 'nature'],
  words: { nature: natureWords },
  example: 'q=ho+so&limit=5',
} as const

export const indicatorSingle = {
  name: 'indicators',
  summary: 'Một chỉ tiêu với mọi lần định nghĩa',
  description: 'Số liệu thuộc mãi về bản định nghĩa mà nó được báo cáo. CSV thì mỗi bản là một dòng.',
  key: indicatorKey,
  item: indicatorWithVersions,
  row: indicatorAnswer,
  example: 'F01',
} as const
