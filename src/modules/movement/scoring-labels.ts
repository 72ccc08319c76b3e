import { formatPoints } from './scoring-points.ts'
import type { ScoreResult, ScoreVeto } from './scoring.ts'
import type { AreaKind, ScoredKind, ScoringLineKind, ScoringPart } from './scoring-set.ts'

export const lineKindName = {
  group: 'Nhóm',
  criterion: 'Tiêu chí',
  bonus: 'Điểm cộng',
  penalty: 'Điểm trừ',
  band: 'Mức xếp loại',
  'group-floor': 'Tối thiểu mỗi nhóm (%)',
  'criterion-floor': 'Tối thiểu mỗi tiêu chí (%)',
  condition: 'Không xét khi',
  threshold: 'Ngưỡng theo địa bàn',
} as const satisfies Record<ScoringLineKind, string>

export const partName = {
  base: 'Đơn vị và người thẩm định',
  superior: 'Cấp trên',
} as const satisfies Record<ScoringPart, string>

export const areaName = {
  urban: 'Đô thị',
  rural: 'Nông thôn',
  mountain: 'Miền núi',
} as const satisfies Record<AreaKind, string>

export const scoredKindName = {
  collective: 'Mô hình của tập thể',
  individual: 'Điển hình cá nhân',
  unit: 'Xã, phường',
} as const satisfies Record<ScoredKind, string>

export const certaintyName = {
  document: 'đã đọc văn bản',
  'second-hand': 'qua nguồn dẫn lại',
  invented: 'mẫu thử nghiệm',
} as const
/** How surely a pattern is known. */
export type PatternCertainty = keyof typeof certaintyName

/** Every *no* to who keeps the sets. */
export type ScoringRefusal =
  | { code: 'set-changed-meanwhile' }
  | { code: 'set-cannot-be-read'; sentences: readonly string[] }
  | { code: 'set-sheet-used' }
  | { code: 'set-reason-missing' }
  | { code: 'set-ends-before-it-begins' }
  | { code: 'set-personal-number' }

export function scoringRefusalText(refusal: ScoringRefusal): string {
  switch (refusal.code) {
    case 'set-changed-meanwhile':
      return 'Bộ này vừa được người khác sửa sau khi ông/bà mở trang. Những gì vừa gõ vẫn còn ở dưới; xin mở bộ ở thẻ khác để so, vẫn muốn đổi thì lưu lần nữa.'
    case 'set-cannot-be-read':
      return refusal.sentences.join(' ')
    case 'set-sheet-used':
      return 'Biểu này lúc nãy đã lập một bộ khác; bộ đó vẫn còn trong danh sách. Xin mở lại trang để lập bộ nữa.'
    case 'set-reason-missing':
      return 'Bộ này đã dùng để chấm nên bản đang có không đổi nữa; lưu là lập bản mới. Xin ghi vì sao cần bản mới.'
    case 'set-ends-before-it-begins':
      return 'Ngày hết hiệu lực đứng trước ngày bắt đầu. Xin xem lại hai ngày, hoặc để trống ngày hết hiệu lực.'
    case 'set-personal-number':
      return 'Có chỗ ghi dãy số giống số điện thoại hoặc số căn cước. Bộ tiêu chí không giữ số của cá nhân; xin bỏ dãy số đó rồi lưu lại.'
  }
}

const vetoWords = {
  'group-floor': 'nhóm',
  'criterion-floor': 'tiêu chí',
} as const satisfies Record<ScoreVeto['kind'], string>

/** A result in one sentence after another: the sum, its band, and everything that stands in the way. */
export function resultSentences(result: ScoreResult): string[] {
  if (result.kind === 'not-eligible') return [`Không đủ điều kiện xét: ${result.reason}. Không tính là 0 điểm.`]
  if (result.kind === 'unfinished') {
    const waits = result.missing.map((one) =>
      one === 'appraiser' ? 'chưa có phiếu thẩm định nào nộp' : 'cấp trên chưa cho điểm phần của mình',
    )
    return [`Chưa có kết quả: ${waits.join('; ')}.`]
  }
  const { threshold } = result
  return [
    `${formatPoints(result.total)} điểm, mức “${result.band}”.`,
    ...result.vetoes.map(
      (veto) => `Vướng điều kiện: ${vetoWords[veto.kind]} “${veto.name}” dưới ${veto.percent}% điểm tối đa.`,
    ),
    ...(threshold
      ? [
          threshold.isMet
            ? `Đạt ngưỡng ${formatPoints(threshold.least)} điểm của địa bàn ${areaName[threshold.area].toLocaleLowerCase('vi')}.`
            : `Dưới ngưỡng ${formatPoints(threshold.least)} điểm của địa bàn ${areaName[threshold.area].toLocaleLowerCase('vi')}.`,
        ]
      : []),
    result.recognised ? 'Đủ điều kiện công nhận.' : 'Chưa đủ điều kiện công nhận.',
  ]
}
