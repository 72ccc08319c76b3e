import { z } from 'zod'
import { ruledRegimes } from '#kernel/period.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { sectionKinds } from './report.ts'
import { atSaid, levelSaid } from './template-file-words.ts'
import type { TemplateFileFault } from './template-labels.ts'
import { carriers, templateBounds, type TemplateShape } from './template-shape.ts'

/** By these two a file says that it is a template, and in which order its words stand. A change of what it holds is a new schema. */
const format = 'kheo-mau-bao-cao'
const schema = 1

/** The whole of an indicator, for which the ledger has an empty word. */
const whole = 'whole'

/** Tệp mẫu as read: the shape it holds, or everything that is wrong with it. */
export type ReadTemplateFile = { ok: true; shape: TemplateShape } | { ok: false; faults: TemplateFileFault[] }

/** A template as a file that another province reads; the names of indicators stand there for people and are not read back. */
export function templateFile(shape: TemplateShape, nameOf: (code: string) => string): string {
  const { name, carriedBy, owedFor, daysToSubmit } = shape
  const sections = shape.sections.map((section) => ({
    ...{ code: section.code, title: section.title, kind: section.kind, hint: section.hint },
    lines: section.lines.map(({ code, parts }) => ({
      ...{ indicator: code, name: nameOf(code), parts: parts.map((part) => part || whole) },
    })),
  }))
  return `${JSON.stringify({ format, schema, name, carriedBy, owedFor, daysToSubmit, sections }, null, 2)}\n`
}

/** Reads a file from anywhere. It is taken only as a whole: what is misspelt is said, never guessed or passed over. */
export function readTemplateFile(text: string): ReadTemplateFile {
  const plain = text.replace(/^\ufeff/, '')
  if (plain.trim() === '') return no('Tệp trống. Xin chọn tệp đã tải về ở trang một mẫu.')
  const given = parsed(plain)
  if ('fault' in given) return no(given.fault)
  const strange = strangeFile(given.value)
  if (strange) return no(strange)
  const read = file.safeParse(given.value)
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => ({ at: atSaid(path, given.value), sentence: message }))
    return { ok: false, faults }
  }
  const { name, carriedBy, daysToSubmit, owedFor, sections } = read.data
  const faults = twiceSaid(sections.map(({ code }) => code))
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, shape: { name, carriedBy, daysToSubmit, owedFor, sections } }
}

function no(sentence: string): ReadTemplateFile {
  return { ok: false, faults: [{ at: '', sentence }] }
}

function parsed(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem
    const where = placeSaid(problem.message, text)
    return { fault: `Không đọc được tệp${where}. Xin tải lại tệp từ nơi đã xuất, hoặc sửa chỗ đó (tệp JSON).` }
  }
}

// The engine says where it stopped in one of three ways: a line, some letters around the place, or the end of the text.
function placeSaid(problem: string, text: string): string {
  const place = /line (\d+) column (\d+)/.exec(problem)
  if (place) return ` ở dòng ${place[1]}, chữ thứ ${place[2]}`
  const [, sign = '', cut, around = ''] =
    /^Unexpected token '(.+?)', (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/su.exec(problem) ?? []
  if (sign === '') return ' ở cuối tệp: có thể tệp bị cắt giữa chừng'
  const from = text.indexOf(around)
  const at = text.indexOf(sign, cut ? from + lettersAround : from)
  // Between many brackets the letters around stand in several places.
  const where = from === text.lastIndexOf(around) ? ` ở dòng ${text.slice(0, at).split('\n').length}` : ''
  return `${where}: “${sign}” đứng không đúng chỗ`
}

/** How many letters before the place it stopped at the engine quotes. */
const lettersAround = 10

/** What is no file of ours at all, or one of a later Khéo: then nothing else in it means anything. */
function strangeFile(value: unknown): string | null {
  const kind = z.object({ format: z.literal(format) }).safeParse(value)
  if (!kind.success) return `Đây không phải tệp mẫu báo cáo của Khéo: dòng “format” phải là “${format}”.`
  const version = z.object({ schema: z.literal(schema) }).safeParse(value)
  if (version.success) return null
  const newer = z.object({ schema: z.number().gt(schema) }).safeParse(value)
  return newer.success
    ? `Tệp viết theo bản ${newer.data.schema}, do một bản Khéo mới hơn xuất ra; ở đây đọc được bản ${schema}. Xin cập nhật Khéo, hoặc xuất lại từ bản cũ.`
    : `Dòng “schema” phải là số ${schema}.`
}

/** What is wrong with a value: missing, or of another kind than it should be. */
function ofKind(what: string) {
  return (issue: { input?: unknown }): string => (issue.input === undefined ? `Thiếu ${what}.` : `Phải là ${what}.`)
}

/** Words that nobody reads; a file of tomorrow has another schema, so here such a word is a slip. */
function whatFor(what: string) {
  return (issue: { code?: string; keys?: string[]; input?: unknown }): string =>
    issue.code === 'unrecognized_keys'
      ? `Không có mục ghi nào tên “${(issue.keys ?? []).slice(0, 5).join('”, “').slice(0, 200)}”. Xin xem lại chính tả, hoặc bỏ đi.`
      : ofKind(what)(issue)
}

function words(what: string, bound: keyof typeof templateBounds, isLine: boolean) {
  const most = templateBounds[bound]
  return z
    .string({ error: ofKind(`${what}, viết trong ngoặc kép`) })
    .transform((text) => (isLine ? tidy(text).replace(/\s+/g, ' ') : tidy(text)))
    .refine((text) => !isLine || text !== '', `Chưa ghi ${what}.`)
    .refine(
      (text) => lengthOf(text) <= most,
      `${what.replace(/^./, (first) => first.toUpperCase())} dài quá ${most} chữ cái.`,
    )
}

function oneOf<Value extends string>(values: readonly [Value, ...Value[]], what: string) {
  return z.enum(values, {
    error: ({ input }) =>
      input === undefined
        ? `Thiếu ${what}.`
        : `${what.replace(/^./, (first) => first.toUpperCase())} chỉ là một trong: “${values.join('”, “')}”.`,
  })
}

const line = z
  .strictObject(
    {
      indicator: z
        .string({ error: ofKind('mã chỉ tiêu, viết trong ngoặc kép') })
        .regex(/^[A-Z]\d{2}$/, 'Mã chỉ tiêu là một chữ hoa và hai chữ số, ví dụ “D01”.'),
      name: z.unknown().optional(),
      parts: z
        .array(z.string({ error: ofKind(`phân tổ, viết trong ngoặc kép, ví dụ “${whole}”`) }), {
          error: ofKind(`danh sách phân tổ “parts”, ví dụ ["${whole}"]`),
        })
        .min(1, `Chưa hỏi số nào. Xin ghi “${whole}” để hỏi số chung, hoặc bỏ chỉ tiêu này.`),
    },
    { error: whatFor('một chỉ tiêu, trong ngoặc nhọn') },
  )
  .transform(({ indicator, parts }) => ({
    code: indicator,
    parts: parts.map((part) => (part === whole ? '' : part)),
  }))

const section = z.strictObject(
  {
    code: z
      .string({ error: ofKind('mã mục “code”, viết trong ngoặc kép') })
      .regex(/^[A-Za-z0-9-]{1,40}$/, 'Mã mục chỉ gồm chữ không dấu, chữ số và gạch nối, nhiều nhất 40 chữ.'),
    title: words('tên mục “title”', 'title', true),
    kind: oneOf(sectionKinds, 'loại mục “kind”'),
    hint: words('lời dặn “hint”', 'hint', false).default(''),
    lines: z.array(line, { error: ofKind('danh sách chỉ tiêu “lines”, trong ngoặc vuông') }),
  },
  { error: whatFor('một mục, trong ngoặc nhọn') },
)

const days = 'Hạn nộp “daysToSubmit” là số ngày từ 0 đến 366, không có ngoặc kép.'

// A file of an older form may still name the districts: like a copy, what is made of it does not ask them.
const level = oneOf([...carriers, 'district'], 'cấp nộp “carriedBy”')

const file = z.strictObject(
  {
    format: z.literal(format),
    schema: z.literal(schema),
    name: words('tên mẫu “name”', 'name', true),
    carriedBy: z
      .array(level, { error: ofKind(`danh sách cấp nộp “carriedBy” (${levelSaid}), trong ngoặc vuông`) })
      .transform((levels) => carriers.filter((one) => levels.includes(one))),
    owedFor: z
      .array(oneOf(ruledRegimes, 'kỳ nộp “owedFor”'), {
        error: ofKind('danh sách kỳ nộp “owedFor”, trong ngoặc vuông'),
      })
      .transform((periods) => ruledRegimes.filter((one) => periods.includes(one))),
    daysToSubmit: z.number({ error: days }).int(days).min(0, days).max(366, days),
    sections: z.array(section, { error: ofKind('danh sách mục “sections”, trong ngoặc vuông') }),
  },
  { error: whatFor('một mẫu báo cáo') },
)

// The code is what a text is found by in the next version: two of one code would be one text.
function twiceSaid(codes: readonly string[]): TemplateFileFault[] {
  return codes.flatMap((code, index) =>
    codes.indexOf(code) < index
      ? [
          {
            at: `Mục ${index + 1}`,
            sentence: `Mã mục “${code}” đã dùng ở mục ${codes.indexOf(code) + 1}. Xin đặt mã khác.`,
          },
        ]
      : [],
  )
}
