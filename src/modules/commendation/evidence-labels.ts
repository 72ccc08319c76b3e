import { fileProblemText, type FileProblem } from '#kernel/file-kind.ts'
import type { AwardState } from './award.ts'
import { stateName } from './labels.ts'

/** Every *no* about the evidence of a proposal. */
export type EvidenceRefusal =
  | { code: 'no-file' }
  | { code: 'file-not-taken'; problem: FileProblem; name: string }
  | { code: 'too-many-files' }
  | { code: 'caption-too-long' }
  | { code: 'personal-number-in-file' }
  | { code: 'not-in-hand'; state: AwardState }
  | { code: 'no-room' }

/** What an officer reads: what is wrong and what to do. */
export function evidenceRefusalText(refusal: EvidenceRefusal): string {
  switch (refusal.code) {
    case 'no-file':
      return 'Chưa chọn tệp nào. Xin chọn tệp rồi gửi.'
    case 'file-not-taken':
      return `“${refusal.name}”: ${fileProblemText(refusal.problem)}`
    case 'too-many-files':
      return 'Mỗi hồ sơ kèm nhiều nhất 20 tệp. Xin gỡ bớt tệp không cần, hoặc gộp lại thành một PDF.'
    case 'caption-too-long':
      return 'Ghi chú dài quá 200 chữ cái. Xin viết ngắn lại.'
    case 'personal-number-in-file':
      return 'Tên tệp hoặc ghi chú có dãy số giống số điện thoại hoặc số căn cước. Xin bỏ dãy số đó rồi gửi lại.'
    case 'not-in-hand':
      return `Hồ sơ ${stateName[refusal.state]} nên ông/bà không thêm, không gỡ tệp được lúc này.`
    case 'no-room':
      return 'Máy chủ hết chỗ chứa tệp nên chưa nhận. Những gì đã ghi vẫn còn. Xin báo người quản trị rồi gửi lại sau.'
  }
}
