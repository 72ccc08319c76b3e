const megabyte = 1024 * 1024

/** The kinds of file that are taken in, each with what it may weigh as it arrives. Images are made anew (image.ts). */
export const fileKinds = {
  pdf: { type: 'application/pdf', extension: 'pdf', most: 20 * megabyte, says: 'PDF' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    most: 10 * megabyte,
    says: 'Word',
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    most: 10 * megabyte,
    says: 'Excel',
  },
  jpeg: { type: 'image/jpeg', extension: 'jpg', most: 20 * megabyte, says: 'ảnh JPEG' },
  png: { type: 'image/png', extension: 'png', most: 20 * megabyte, says: 'ảnh PNG' },
  webp: { type: 'image/webp', extension: 'webp', most: 20 * megabyte, says: 'ảnh WebP' },
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv', most: 2 * megabyte, says: 'CSV' },
  txt: { type: 'text/plain; charset=utf-8', extension: 'txt', most: 2 * megabyte, says: 'văn bản thuần' },
} as const satisfies Record<string, { type: string; extension: string; most: number; says: string }>

export type FileKind = keyof typeof fileKinds
export type ImageKind = Extract<FileKind, 'jpeg' | 'png' | 'webp'>

export function isImage(kind: FileKind): kind is ImageKind {
  return kind === 'jpeg' || kind === 'png' || kind === 'webp'
}

/** What one form may carry together; the route's body limit is a little above it. */
export const mostTogether = 25 * megabyte

/** Why a file is not taken in. */
export type FileProblem =
  | { code: 'empty' }
  | { code: 'too-large'; most: number }
  | { code: 'unknown-kind' }
  | { code: 'heic' }
  | { code: 'old-office' }
  | { code: 'macros' }
  | { code: 'encrypted' }
  | { code: 'swollen' }
  | { code: 'too-many-pixels' }
  | { code: 'not-utf8' }
  | { code: 'broken' }

/** A file that did not come in, and why: what is wrong with it, or a number of a person in its name. */
export type FileLeft = { name: string; problem: FileProblem | { code: 'personal-number-in-name' } }

export function fileLeftText({ name, problem }: FileLeft): string {
  const why =
    problem.code === 'personal-number-in-name'
      ? 'Tên tệp có dãy số giống số điện thoại hoặc số căn cước. Xin đổi tên tệp rồi gửi lại.'
      : fileProblemText(problem)
  return `“${name}”: ${why}`
}

/** What a person reads: what is wrong with the file, and what to do. */
export function fileProblemText(problem: FileProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Tệp trống. Xin chọn lại tệp.'
    case 'too-large':
      return `Tệp nặng quá ${inMegabytes(problem.most)}. Xin giảm dung lượng hoặc tách tệp rồi gửi lại.`
    case 'unknown-kind':
      return 'Loại tệp này chưa nhận. Xin gửi PDF, Word (.docx), Excel (.xlsx), ảnh JPEG, PNG, WebP, hoặc CSV.'
    case 'heic':
      return 'Ảnh HEIC của điện thoại chưa mở được trên nhiều máy. Xin lưu lại thành JPEG rồi gửi.'
    case 'old-office':
      return 'Tệp Word, Excel kiểu cũ (.doc, .xls) chưa nhận. Xin lưu lại thành .docx, .xlsx hoặc PDF.'
    case 'macros':
      return 'Tệp có mã lệnh (macro) có thể chạy trên máy người mở. Xin lưu lại thành .docx, .xlsx không có macro, hoặc PDF.'
    case 'encrypted':
      return 'Tệp đặt mật khẩu nên người duyệt không mở được. Xin bỏ mật khẩu rồi gửi lại.'
    case 'swollen':
      return 'Tệp nén bất thường, khi mở ra lớn quá mức. Xin lưu lại bằng Word, Excel rồi gửi.'
    case 'too-many-pixels':
      return 'Ảnh có quá nhiều điểm ảnh. Xin giảm kích thước ảnh rồi gửi lại.'
    case 'not-utf8':
      return 'Tệp chữ không theo bảng mã UTF-8 nên có thể mất dấu. Xin lưu lại dạng UTF-8.'
    case 'broken':
      return 'Tệp hỏng hoặc chưa tải lên đủ. Xin mở thử trên máy rồi gửi lại.'
  }
}

/** `20 MB`, `1,5 MB`, `320 KB`, as a reader understands a weight. */
export function inMegabytes(bytes: number): string {
  if (bytes < megabyte) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(Math.round((bytes / megabyte) * 10) / 10).toLocaleString('vi')} MB`
}
