import { z } from 'zod'
import { localDate, parseLocalDate } from '#kernel/local-date.ts'
import { qualifiers } from '#kernel/numerals.ts'
import { parsePeriod, regimes, type Period, type Regime } from '#kernel/period.ts'
import { indicatorCodes } from '#modules/figures/open-data.ts'

/** What everybody may ask about published reports and their figures, as data. Nothing here names an officer. */
const unitCodes = z
  .array(z.string().regex(/^[a-z0-9-]{1,80}$/, 'Mã đơn vị chỉ gồm chữ thường không dấu, chữ số và dấu gạch.'))
  .max(50)
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseLocalDate(text) !== null
const day = z
  .string()
  .refine(isDay, { error: 'Cần một ngày có thật viết như 2026-09-30, từ năm 1900 đến 2100.' })
  .transform(localDate)
const period = z.string().transform((key, context): Period => {
  const read = parsePeriod(key)
  if (read) return read
  context.issues.push({
    code: 'custom',
    input: key,
    message:
      'Cần một kỳ viết như 2026-q3, 2026-t03, 2026-9-thang, 2026-q3-n15, 2025, 2019-01-01_2022-10-13, hoặc gõ “quý III/2026”, “9 tháng 2020”, “2019-2022”.',
  })
  return z.NEVER
})

const regimeLabel: Record<Regime, string> = {
  ...{ month: 'tháng', quarter: 'quý', 'half-year': '6 tháng', 'nine-months': '9 tháng', year: 'năm' },
  ...{ 'month-15': 'tháng chốt ngày 14', 'quarter-15': 'quý chốt ngày 14', 'half-year-15': '6 tháng chốt ngày 14' },
  ...{ 'nine-months-15': '9 tháng chốt ngày 14', 'year-15': 'năm chốt ngày 14', 'year-to-date': 'từ đầu năm' },
  ...{ stage: 'giai đoạn', term: 'nhiệm kỳ', 'term-to-date': 'từ đầu nhiệm kỳ', campaign: 'đợt', range: 'hai ngày' },
}

const states = ['reported', 'zero', 'not-applicable', 'not-yet-known'] as const
const stateWords: Record<(typeof states)[number], string> = {
  reported: 'có số',
  zero: 'bằng 0',
  'not-applicable': 'không áp dụng',
  'not-yet-known': 'chưa có số',
}
const bases = ['typed', 'counted', 'imported', 'read', 'published'] as const
const mapLevels = ['province', 'district', 'commune'] as const
const flags = ['exact', 'apportioned', 'not-comparable'] as const
const origins = ['entered', 'published-source'] as const

/** One word a regime; `-15` are the same, from the 15th to the 14th. */
const regimeWords =
  'Chế độ kỳ: tháng, quý, 6 tháng, 9 tháng, năm; “-15” là từ ngày 15 đến ngày 14; từ đầu năm; giai đoạn (các năm trọn); nhiệm kỳ; đợt; hai ngày.'
const where = {
  unit: unitCodes.optional().meta({ description: 'Mã đơn vị báo cáo.', example: 'vi-du-song-xanh' }),
  province: unitCodes.optional().meta({ description: 'Mã tỉnh nơi báo cáo được ghi.', example: 'vi-du' }),
}
const when = {
  period: z.array(period).max(20).optional().meta({
    description:
      'Kỳ: quý 2026-q3, tháng 2026-t03, 2026-6-thang, 2026-6-thang-cuoi, 2026-9-thang, năm 2025, quý chốt ngày 14 2026-q3-n15, hai ngày 2019-01-01_2022-10-13, hoặc chữ như “9 tháng 2020”. Không dùng cùng “from”, “to”.',
    example: '2026-q2',
  }),
  from: day
    .optional()
    .meta({ description: 'Chỉ các kỳ bắt đầu từ ngày này trở đi.', format: 'date', example: '2026-01-01' }),
  to: day
    .optional()
    .meta({ description: 'Chỉ các kỳ kết thúc chậm nhất ngày này.', format: 'date', example: '2026-12-31' }),
  regime: z.array(z.enum(regimes)).max(6).optional().meta({ description: regimeWords, example: 'quarter' }),
}

export const periodFilters = z.object({ ...where, ...when })
export const reportFilters = z.object({
  ...where,
  ...when,
  origin: z.array(z.enum(origins)).max(2).optional().meta({
    description: 'Do đơn vị nhập ở đây, hay lấy từ nguồn đã công bố trước.',
    example: 'entered',
  }),
})
export const figureFilters = z.object({
  ...where,
  indicator: indicatorCodes.optional().meta({ description: 'Mã chỉ tiêu.', example: 'F01' }),
  ...when,
  state: z.array(z.enum(states)).max(4).optional().meta({ description: 'Tình trạng của số.', example: 'reported' }),
  basis: z.array(z.enum(bases)).max(5).optional().meta({ description: 'Số có từ đâu.', example: 'typed' }),
  map: day.optional().meta({
    description:
      'Đọc trên bản đồ của ngày này: mỗi số nay đứng ở đơn vị nào (flag, reason, parts). Bỏ trống là như đã báo cáo.',
    format: 'date',
    example: '2025-07-01',
  }),
  mapLevel: z.enum(mapLevels).optional().meta({
    description:
      'Cấp đơn vị trên bản đồ ấy. Bỏ trống là cấp của đơn vị báo cáo; huyện thì cấp tỉnh khi không còn cấp huyện.',
  }),
})

/** Two ways to say when at once: which of them was meant is not guessed. */
export function whenConflict(filters: {
  period?: unknown
  from?: string | undefined
  to?: string | undefined
}): { field: string; message: string } | null {
  const { period: wanted, from, to } = filters
  if (wanted && (from || to)) return { field: 'period', message: 'Đã có “period” thì bỏ “from” và “to”.' }
  return from && to && from > to ? { field: 'to', message: '“to” phải từ ngày “from” trở đi.' } : null
}

const periodShape = {
  period: z.string().meta({ title: 'Kỳ', description: 'Mã kỳ.', example: '2026-q2' }),
  periodName: z.string().meta({ description: 'Kỳ bằng chữ.', example: 'quý II năm 2026' }),
  regime: z.enum(regimes).meta({ title: 'Chế độ', description: regimeWords, example: 'quarter' }),
  from: z.string().meta({ title: 'Từ', description: 'Ngày đầu kỳ.', format: 'date', example: '2026-04-01' }),
  to: z.string().meta({ title: 'Đến', description: 'Ngày cuối kỳ.', format: 'date', example: '2026-06-30' }),
}
const unitShape = {
  unit: z.string().meta({ title: 'Mã đơn vị', description: 'Mã đơn vị báo cáo.', example: 'vi-du-song-xanh' }),
  unitName: z.string().meta({ title: 'Đơn vị', description: 'Tên đơn vị vào ngày cuối kỳ.', example: 'Xã Sông Xanh' }),
  province: z.string().meta({ title: 'Tỉnh', description: 'Mã tỉnh nơi báo cáo được ghi.', example: 'vi-du' }),
}

const amendmentNumber = z.int().nullable().meta({
  title: 'Bản sửa đổi',
  description: 'Theo bản sửa đổi số mấy của báo cáo; theo bản nhận lần đầu thì trống.',
  example: null,
})

export const periodAnswer = z.object({
  ...periodShape,
  reports: z.int().meta({ title: 'Báo cáo', description: 'Bao nhiêu báo cáo đã công bố.', example: 12 }),
  figures: z
    .int()
    .meta({ title: 'Số liệu', description: 'Bao nhiêu ô đã có câu trả lời trong các báo cáo ấy.', example: 640 }),
})

export const reportAnswer = z.object({
  id: z.uuid().meta({ description: 'Mã báo cáo.', example: '01991a2b-0000-7000-8000-000000000001' }),
  ...unitShape,
  title: z.string().meta({ title: 'Báo cáo', description: 'Tên biểu mẫu.', example: 'Báo cáo công tác dân vận' }),
  ...periodShape,
  origin: z
    .enum(origins)
    .meta({ description: 'Do đơn vị nhập ở đây, hay lấy từ nguồn đã công bố trước.', example: 'entered' }),
  figures: z.int().meta({ title: 'Số liệu', description: 'Bao nhiêu ô đã có câu trả lời.', example: 55 }),
  acceptedOn: z
    .string()
    .nullable()
    .meta({ description: 'Ngày tỉnh nhận; số lấy từ nguồn khác thì trống.', format: 'date', example: '2026-07-12' }),
  amendment: amendmentNumber,
  publishedOn: z
    .string()
    .meta({ title: 'Công bố', description: 'Ngày công bố.', format: 'date', example: '2026-07-20' }),
  url: z.string().meta({
    description: 'Trang của báo cáo trên cổng này.',
    example: '/don-vi/vi-du-song-xanh/bao-cao/01991a2b-0000-7000-8000-000000000001',
  }),
})

export const figureAnswer = z.object({
  ...unitShape,
  indicator: z.string().meta({ title: 'Chỉ tiêu', description: 'Mã chỉ tiêu.', example: 'F01' }),
  dimension: z
    .string()
    .nullable()
    .meta({ description: 'Phân tổ; số của cả chỉ tiêu thì trống.', example: 'collective' }),
  name: z
    .string()
    .meta({ title: 'Tên', description: 'Tên chỉ tiêu như in trong báo cáo.', example: 'Hồ sơ tiếp nhận' }),
  ...periodShape,
  state: z.enum(states).meta({
    title: 'Tình trạng',
    description: 'Có số; bằng 0; không áp dụng; chưa có số. Chưa có số không phải là 0.',
    example: 'reported',
  }),
  qualifier: z
    .enum(qualifiers)
    .nullable()
    .meta({ description: 'Số đúng, trên, khoảng, dưới, ước; chỉ khi có số.', example: 'over' }),
  hedge: z
    .string()
    .nullable()
    .meta({ title: 'Chữ kèm', description: 'Chữ đứng trước số, phải đi kèm số khi trích.', example: 'trên' }),
  amount: z
    .string()
    .regex(/^-?\d+(\.\d{1,4})?$/)
    .nullable()
    .meta({
      title: 'Số',
      description:
        'Số thập phân viết thành chuỗi, dấu chấm trước phần lẻ, đúng tới bốn chữ số lẻ; không có số thì trống.',
      example: '3200',
    }),
  unitOfCount: z
    .string()
    .meta({ title: 'Đơn vị tính', description: '500 lượt không phải là 500 người.', example: 'hồ sơ' }),
  basis: z
    .enum(bases)
    .meta({ description: 'Gõ tay; cộng từ cấp xã; nhập từ tệp; đọc từ báo cáo; đã công bố trước.', example: 'typed' }),
  unitsCounted: z.int().nullable().meta({ description: 'Số cộng thì từ bao nhiêu đơn vị.', example: null }),
  amendment: amendmentNumber,
  note: z.string().nullable().meta({ description: 'Ghi chú của đơn vị.', example: null }),
  flag: z.enum(flags).nullable().meta({
    title: 'Cờ',
    description:
      'Trên bản đồ đã hỏi: exact cộng đúng, apportioned chia theo tỷ lệ, not-comparable không so sánh được; không hỏi “map” thì trống.',
    example: null,
  }),
  reason: z
    .string()
    .nullable()
    .meta({ title: 'Vì sao', description: 'Vì sao không so sánh được, thành một câu.', example: null }),
  parts: z
    .array(
      z.object({
        unit: z.string().meta({ description: 'Mã đơn vị trên bản đồ.', example: 'vi-du-song-xanh' }),
        unitName: z.string().meta({ description: 'Tên vào ngày của bản đồ.', example: 'Xã Sông Xanh' }),
        share: z
          .number()
          .nullable()
          .meta({ description: 'Phần của số, từ 0 đến 1; không biết thì trống.', example: 1 }),
        hedge: z.string().nullable().meta({ description: 'Chữ đứng trước số.', example: null }),
        amount: z
          .string()
          .nullable()
          .meta({ description: 'Số về đơn vị ấy; không so sánh được thì trống.', example: '3200' }),
      }),
    )
    .nullable()
    .meta({
      description:
        'Các đơn vị trên bản đồ đã hỏi mà số này về; các phần cộng lại đúng bằng “amount”. Trong CSV là JSON.',
      example: null,
    }),
  report: z.uuid().meta({ description: 'Mã báo cáo chứa số này.', example: '01991a2b-0000-7000-8000-000000000001' }),
  url: z.string().meta({
    description: 'Chỗ của số này trên trang báo cáo.',
    example: '/don-vi/vi-du-song-xanh/bao-cao/01991a2b-0000-7000-8000-000000000001#so-f01',
  }),
})

const dayText = z.string().refine(isDay)
const orders = ['-to', 'to'] as const
const instant = z.string().regex(/^20\d\d-(0\d|1[0-2])-[0-2]\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/)

export const periodListing = {
  name: 'periods',
  summary: 'Các kỳ đã có số liệu công bố',
  description: 'Mỗi kỳ có ít nhất một báo cáo đã công bố, với số báo cáo và số ô đã có câu trả lời.',
  filters: periodFilters,
  item: periodAnswer,
  orders,
  position: z.tuple([dayText, dayText]),
  countable: true,
  columns: ['period', 'regime', 'from', 'to', 'reports', 'figures'],
  words: { regime: regimeLabel },
  example: 'regime=quarter',
} as const

export const reportListing = {
  name: 'reports',
  summary: 'Báo cáo đã công bố',
  description: 'Bản in và từng số xem ở “url”. Báo cáo chưa công bố không có ở đây.',
  filters: reportFilters,
  item: reportAnswer,
  orders: ['-publishedOn', 'publishedOn'] as const,
  position: z.tuple([instant, z.uuid()]),
  countable: true,
  columns: ['unitName', 'title', 'period', 'publishedOn'],
  example: 'origin=entered&limit=5',
} as const

export const figureListing = {
  name: 'figures',
  summary: 'Số liệu đã công bố',
  description:
    'Từng số trong các báo cáo đã công bố, đúng như in trên trang: số của riêng đơn vị và kỳ đó, kèm chữ “trên”, “khoảng”… nếu có. ' +
    'Thêm “map” thì mỗi số kèm nơi nó đứng trên bản đồ của ngày ấy. ' +
    'Trang có thể ngắn hơn “limit”, kể cả không có mục nào; còn “next” là còn nữa.',
  filters: figureFilters,
  item: figureAnswer,
  orders,
  position: z.tuple([dayText, z.uuid(), z.int().min(0).max(100_000)]),
  countable: false,
  columns: ['unitName', 'indicator', 'name', 'period', 'state', 'hedge', 'amount', 'unitOfCount'],
  words: { state: stateWords },
  example: 'indicator=F01&regime=quarter&limit=5',
} as const
