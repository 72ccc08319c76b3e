import { z } from 'zod'
import { qualifiers } from '#kernel/numerals.ts'
import { standings } from './figure-set.ts'
import { axes } from './question.ts'

const levels = ['province', 'district', 'commune'] as const
const levelsOfUnits = ['country', ...levels] as const
const states = ['known', 'not-applicable', 'absent', 'not-comparable', 'undefined'] as const

/** What may be asked: the grammar of a question (docs/adr/0048), as far as it makes sense for a program of anybody's. */
export const openCubeParameters = z.object({
  indicators: z.string().meta({
    description:
      'Chỉ tiêu, cách nhau bằng dấu phẩy: mã (F06), mã kèm phân tổ (K01:collective), hoặc công thức (F07 / F06 %). ' +
      'Công thức có dấu phẩy ngăn cách thì đặt trong ngoặc kép.',
    example: 'F01,F02',
  }),
  by: z.array(z.enum(axes)).optional().meta({
    description: 'Chia theo: một cấp đơn vị, một loại kỳ, phân tổ. Cấp đơn vị là các đơn vị bên trong “unit”.',
    example: 'province,quarter',
  }),
  unit: z.array(z.string()).optional().meta({
    description: 'Mã đơn vị, hoặc ca-nuoc; bỏ trống là cả nước, chia theo tỉnh, kèm số chung.',
    example: 'vi-du',
  }),
  level: z.enum(levels).optional().meta({ description: 'Như tên một cấp đơn vị trong “by”.', example: 'commune' }),
  year: z
    .string()
    .optional()
    .meta({ description: 'Năm, hoặc dãy năm 2024..2026; bỏ cả “period” là năm nay.', example: '2026' }),
  period: z
    .string()
    .optional()
    .meta({ description: 'Kỳ bằng chữ hoặc mã, hoặc dãy kỳ cùng loại.', example: '2026-q1..2026-q3' }),
  map: z.string().optional().meta({
    description: 'Đơn vị của bản đồ nào: reported như đã báo cáo, today hôm nay, hoặc một ngày.',
    example: 'today',
  }),
  from: z.enum(['communes', 'any']).optional().meta({
    description: 'Cộng từ số của cấp xã, hay từ số của mọi cấp; khi đó số của đơn vị lớn đứng thay các phần của nó.',
    example: 'any',
  }),
  counts: z.enum(['published']).optional().meta({ description: 'Ở đây chỉ có số đã công bố.', example: 'published' }),
})

const measureShape = z.object({
  key: z.string().meta({ description: 'Mã hoặc công thức.', example: 'F01' }),
  name: z.string().meta({ description: 'Tên.', example: 'Hồ sơ tiếp nhận' }),
  unitOfCount: z.string().meta({ description: 'Đơn vị tính.', example: 'hồ sơ' }),
})
const unitShape = z.object({
  code: z.string().meta({ description: 'Mã đơn vị.', example: 'vi-du' }),
  name: z.string().meta({ description: 'Tên; đơn vị đã kết thúc thì kèm ngày.', example: 'Tỉnh Ví Dụ' }),
  level: z.enum(levelsOfUnits).meta({ description: 'Cấp.', example: 'province' }),
  total: z.boolean().meta({
    description: 'Các đơn vị khác nằm trong đơn vị này; số của nó là ô riêng, đừng cộng lại.',
    example: false,
  }),
})
const periodShape = z.object({
  key: z.string().meta({ description: 'Mã kỳ.', example: '2026-q2' }),
  title: z.string().meta({ description: 'Tên kỳ.', example: 'Quý II/2026' }),
  from: z.string().meta({ description: 'Ngày đầu.', format: 'date', example: '2026-04-01' }),
  to: z.string().meta({ description: 'Ngày cuối.', format: 'date', example: '2026-06-30' }),
})
const amount = z.string().regex(/^-?\d+(\.\d{1,4})?$/)
const place = 'Theo thứ tự: chỉ tiêu, rồi đơn vị, rồi kỳ; ô thứ (chỉ tiêu × số đơn vị + đơn vị) × số kỳ + kỳ.'

/** The answer in columns: three axes, then each property of all cells in one flat array. */
export const openCubeAnswer = z.object({
  question: z.string().meta({ description: 'Câu hỏi đọc lại bằng lời.', example: 'Hồ sơ tiếp nhận, theo tỉnh, 2026' }),
  address: z.string().meta({ description: 'Câu hỏi viết gọn, đủ để hỏi lại.', example: 'indicators=F01&year=2026' }),
  asOf: z.string().meta({ description: 'Ngày trả lời, giờ Việt Nam.', format: 'date', example: '2026-11-22' }),
  clock: z.int().meta({
    description: 'Số lần dữ liệu công khai đã đổi tới lúc trả lời; cùng số là cùng dữ liệu.',
    example: 1208,
  }),
  measures: z.array(measureShape).meta({ description: 'Trục chỉ tiêu.' }),
  units: z.array(unitShape).meta({ description: 'Trục đơn vị.' }),
  periods: z.array(periodShape).meta({ description: 'Trục kỳ.' }),
  map: z.string().meta({ description: 'Bản đồ: reported hoặc một ngày.', example: 'reported' }),
  from: z.enum(['communes', 'any']).meta({ description: 'Cộng từ số của cấp nào.', example: 'communes' }),
  counts: z.enum(standings).meta({ description: 'Số đã tới bước nào thì được tính.', example: 'published' }),
  state: z.array(z.enum(states)).meta({
    description: `Tình trạng từng ô: có số (kể cả 0), không áp dụng, chưa có số, không so sánh được, không xác định. ${place}`,
  }),
  amount: z
    .array(amount.nullable())
    .meta({ description: 'Số từng ô, chuỗi thập phân đúng tới bốn chữ số lẻ; không có số thì null.' }),
  qualifier: z
    .array(z.enum(qualifiers).nullable())
    .meta({ description: 'Số đúng, trên, khoảng, dưới, ước; chỉ khi có số.' }),
  flag: z
    .array(z.enum(['exact', 'apportioned']).nullable())
    .meta({ description: 'Cộng đúng, hay có phần chia theo tỷ lệ; chỉ khi có số.' }),
  counted: z.array(z.int()).meta({ description: 'Số cộng từ bao nhiêu đơn vị.' }),
  expected: z.array(z.int()).meta({ description: 'Đủ thì phải từ bao nhiêu đơn vị.' }),
  reason: z
    .array(z.int().nullable())
    .meta({ description: 'Vì sao không có số hoặc chưa đủ: chỗ của câu trong “reasons”, đếm từ 0.' }),
  reasons: z.array(z.string()).meta({ description: 'Các câu mà “reason” chỉ tới.' }),
  breaks: z
    .array(
      z.object({
        measure: z.int().meta({ description: 'Chỗ trong “measures”.', example: 0 }),
        period: z.int().meta({ description: 'Từ kỳ này, chỗ trong “periods”.', example: 1 }),
        from: z.string().meta({ description: 'Định nghĩa trước đó.', example: 'F01@1' }),
        to: z.string().meta({ description: 'Định nghĩa từ đó.', example: 'F01@2' }),
        comparable: z.boolean().meta({ description: 'Số trước và sau có còn so được với nhau không.', example: false }),
        note: z.string().meta({ description: 'Đã đổi gì.', example: 'Chỉ tính hồ sơ đã trả kết quả.' }),
      }),
    )
    .meta({ description: 'Từ kỳ ấy chỉ tiêu được đếm theo định nghĩa khác; không còn so được thì chuỗi gãy ở đó.' }),
})

/** One cell as a line of CSV. */
export const openCubeRow = z.object({
  indicator: z.string().meta({ title: 'Chỉ tiêu' }),
  indicatorName: z.string().meta({ title: 'Tên' }),
  unitOfCount: z.string().meta({ title: 'Đơn vị tính' }),
  unit: z.string().meta({ title: 'Mã đơn vị' }),
  unitName: z.string().meta({ title: 'Đơn vị' }),
  total: z.boolean().meta({ title: 'Số chung' }),
  period: z.string().meta({ title: 'Kỳ' }),
  from: z.string().meta({ title: 'Từ' }),
  to: z.string().meta({ title: 'Đến' }),
  state: z.enum(states).meta({ title: 'Tình trạng' }),
  hedge: z.string().nullable().meta({ title: 'Chữ kèm' }),
  amount: amount.nullable().meta({ title: 'Số' }),
  flag: z.enum(['exact', 'apportioned']).nullable().meta({ title: 'Cờ' }),
  counted: z.int().meta({ title: 'Từ số đơn vị' }),
  expected: z.int().meta({ title: 'Trên số đơn vị' }),
  reason: z.string().nullable().meta({ title: 'Vì sao' }),
})

export const openCubeGrid = {
  name: 'cube',
  summary: 'Số liệu đã công bố, cộng theo đơn vị và kỳ',
  description:
    'Một câu hỏi về nhiều chỉ tiêu, đơn vị và kỳ cùng lúc, nhiều nhất 100.000 ô. Tỷ lệ được chia sau khi cộng; thiếu số thì nói là thiếu. ' +
    'JSON xếp theo cột: ba trục, rồi mỗi tính chất của mọi ô là một mảng. CSV thì mỗi ô là một dòng.',
  parameters: openCubeParameters,
  item: openCubeAnswer,
  row: openCubeRow,
  example: 'indicators=F01,F02&by=province,quarter&unit=vi-du&period=2026-q1..2026-q3',
} as const

export type OpenCubeAnswer = z.output<typeof openCubeAnswer>
export type OpenCubeRow = z.output<typeof openCubeRow>
