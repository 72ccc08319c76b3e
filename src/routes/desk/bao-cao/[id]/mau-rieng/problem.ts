import { fileKinds, fileProblemText, type FileProblem } from '#kernel/file-kind.ts'

/** Why a template was not filled, as an address carries it back to the page; `names` are pairs of what was written and what is near. */
export type TemplateProblem =
  | { code: 'no-file' | 'not-word' | 'busy' | 'cut-off' | 'no-field' | 'too-long' }
  | { code: 'unknown'; names: readonly { name: string; near: string }[] }
  | { code: 'file'; problem: FileProblem['code'] }

const mostNames = 12
const longestName = 60

export function problemQuery(problem: TemplateProblem): [string, string][] {
  if (problem.code === 'file') return [['sai', `tep-${problem.problem}`]]
  if (problem.code !== 'unknown') return [['sai', problem.code]]
  const names = problem.names.slice(0, mostNames).map(({ name, near }) => `${name.slice(0, longestName)}~${near}`)
  return [['sai', 'unknown'], ...names.map((one): [string, string] => ['truong', one])]
}

const said: Record<string, string> = {
  'no-file': 'Chưa chọn tệp mẫu nào. Xin chọn tệp Word (.docx) rồi bấm lại.',
  'not-word': 'Tệp này không phải Word (.docx). Xin lưu mẫu thành .docx rồi gửi lại.',
  busy: 'Máy chủ đang đọc nhiều tệp cùng lúc. Xin đợi một phút rồi gửi lại.',
  'cut-off': 'Tệp chưa tới đủ. Xin gửi lại.',
  'too-long': 'Mẫu dài quá mức một báo cáo nên không dò trường được. Xin bỏ bớt phần không cần rồi gửi lại.',
  'no-field': 'Mẫu không có trường nào để điền. Xin ghi tên trường giữa hai ngoặc nhọn, ví dụ {{ky_bao_cao}}.',
}

/** What the page says of the last try; null when there was none. */
export function templateProblem(query: URLSearchParams): string | null {
  const code = query.get('sai')
  if (code === null) return null
  if (code === 'unknown') {
    const names = query
      .getAll('truong')
      .slice(0, mostNames)
      .map((one) => one.split('~'))
    const list = names.map(([name = '', near = '']) => `“${name}” (gần nhất: “${near}”)`).join(', ')
    return `Không có trường tên ${list}. Xin sửa trong mẫu theo danh sách bên dưới rồi gửi lại.`
  }
  const file = code.startsWith('tep-') ? fileCodes.find((one) => `tep-${one}` === code) : undefined
  if (file) return fileProblemText(file === 'too-large' ? { code: file, most: fileKinds.docx.most } : { code: file })
  return said[code] ?? null
}

const fileCodes = [
  'empty',
  'too-large',
  'unknown-kind',
  'heic',
  'old-office',
  'macros',
  'encrypted',
  'swollen',
  'too-many-pixels',
  'not-utf8',
  'broken',
] as const satisfies readonly FileProblem['code'][]
