import type { Carried } from './carry.ts'

export const notCarriedText: Record<Extract<Carried, { kind: 'no' }>['why'], string> = {
  flow: 'Số này đếm việc phát sinh trong kỳ; lấy lại số kỳ trước là báo cáo hai lần cùng một việc nên không lấy lại được.',
  computed: 'Tỷ lệ, điểm và số tăng giảm phải tính theo kỳ này nên không lấy lại được.',
  cumulative: 'Báo cáo tính từ đầu năm chỉ có số cùng kỳ năm trước, không phải kỳ liền trước, nên không lấy lại được.',
  counted: 'Ô này do sổ tự đếm.',
  none: 'Kỳ trước chưa có số được nhận.',
}
