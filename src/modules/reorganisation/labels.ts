import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { ListTextProblem } from '#modules/access/list-text.ts'
import type { EventKind, LawfulAggregation } from '#modules/territory/event.ts'
import type { ReorganisationStatus } from './draft.ts'
import type { Fault } from './faults.ts'
import { sayPercent } from './shares.ts'
import type { TaskKind } from './tasks.ts'

export const stepKindLabel: Record<EventKind, string> = {
  merge: 'Sáp nhập thành một đơn vị mới',
  split: 'Chia tách một đơn vị',
  'partial-transfer': 'Điều chỉnh một phần sang đơn vị khác',
  rename: 'Đổi tên',
  'kind-change': 'Đổi loại (xã thành phường…) hoặc mã số',
  'parent-change': 'Đổi cấp trên trực tiếp',
  created: 'Thành lập đơn vị mới, không từ đơn vị nào',
  'level-abolished': 'Kết thúc một huyện, các xã trực thuộc tỉnh',
}

export const aggregationLabel: Record<LawfulAggregation, string> = {
  both: 'cộng được cả hai chiều',
  forward: 'chỉ cộng từ đơn vị cũ sang đơn vị mới',
  backward: 'chỉ cộng từ đơn vị mới về đơn vị cũ',
  neither: 'không cộng qua mốc này',
}

export const statusLabel: Record<ReorganisationStatus, string> = {
  draft: 'Đang soạn',
  decided: 'Đã chốt, chờ ngày',
  applied: 'Đã có hiệu lực',
  discarded: 'Đã bỏ',
}

export const taskLabel: Record<TaskKind, string> = {
  'hand-over': 'Báo cán bộ nơi nhận nhiệm vụ, bàn giao tài liệu',
  'open-reports': 'Nộp hoặc xử lý xong báo cáo còn mở trước ngày hiệu lực',
  'enter-shares': 'Nhập tỷ lệ chia tách kèm nguồn',
  'tell-residents': 'Thông báo cho người dân, đơn vị liên quan',
  seal: 'Con dấu, tên cơ quan ban hành, thể thức văn bản',
  'official-code': 'Ghi mã số đơn vị khi cơ quan thống kê ban hành',
}

/** Why a command about a reorganisation was not done. */
export type Refusal =
  | { code: 'changed-meanwhile' | 'personal-number' | 'not-decided' | 'duty-handed-on' | 'nothing-to-measure' }
  | { code: 'not-a-draft'; status: ReorganisationStatus }
  | { code: 'not-ready'; count: number }
  | { code: 'too-many-steps'; most: number }
  | { code: 'in-force-already'; day: LocalDate }
  | { code: 'later-decision'; unit: string; day: LocalDate }
  | { code: 'later-duty'; person: string }
  | { code: 'later-place'; unit: string }
  | { code: 'shares-refused'; fault: Fault }
  | { code: 'owner-unknown' }

/** Why a file of steps was not read, or not taken. */
export type ListRefusal =
  | { code: ListTextProblem }
  | { code: 'columns-missing'; missing: string[] }
  | { code: 'list-too-long'; count: number; most: number }
  | { code: 'list-has-errors'; count: number }

export function listRefusalText(refusal: ListRefusal): string {
  switch (refusal.code) {
    case 'empty':
      return 'Tệp chưa có bước nào. Cần một dòng tên cột, rồi mỗi phần một dòng.'
    case 'not-unicode':
      return 'Tệp này không phải Unicode nên tên đơn vị sẽ sai dấu. Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, rồi gửi lại.'
    case 'spreadsheet':
      return 'Đây là tệp bảng tính Excel. Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, rồi gửi lại; hoặc chép các ô rồi dán.'
    case 'stray-quote':
      return 'Có một dấu ngoặc kép mở mà không đóng, nên không biết ô kết thúc ở đâu. Bỏ dấu đó rồi gửi lại.'
    case 'columns-missing':
      return `Dòng đầu thiếu cột: ${refusal.missing.join(', ')}. Tải tệp mẫu để xem tên các cột.`
    case 'list-too-long':
      return `Tệp có ${refusal.count} dòng; mỗi lần nhiều nhất ${refusal.most}. Chia làm nhiều phương án.`
    case 'list-has-errors':
      return `Còn ${refusal.count} ô cần sửa nên chưa nạp bước nào. Xem danh sách bên dưới.`
  }
}

/** What was wrong and what to do, in words. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'changed-meanwhile':
      return 'Phương án vừa được người khác thay đổi. Xem lại bản mới bên dưới rồi làm lại.'
    case 'personal-number':
      return 'Có chữ trông như số điện thoại hoặc số định danh cá nhân. Bỏ số đó rồi lưu lại; phương án không cần tới.'
    case 'not-decided':
      return 'Phương án chưa chốt nên không có gì để hoàn tác.'
    case 'duty-handed-on':
      return 'Một nhiệm vụ ở đơn vị mới đã bàn giao cho người khác. Hủy lần bàn giao đó ở trang tài khoản rồi hoàn tác.'
    case 'nothing-to-measure':
      return 'Không có phần chia tách nào cần nhập tỷ lệ.'
    case 'not-a-draft':
      return `Phương án ${statusLabel[refusal.status].toLowerCase()} nên không sửa được. Muốn sửa, hoàn tác trước ngày hiệu lực; sau ngày đó lập phương án mới.`
    case 'not-ready':
      return `Còn ${refusal.count} chỗ cần sửa nên chưa chốt. Xem danh sách “Chưa chốt được” bên dưới; chưa có gì thay đổi.`
    case 'too-many-steps':
      return `Một phương án nhiều nhất ${refusal.most} bước. Chia làm nhiều phương án.`
    case 'in-force-already':
      return `Phương án đã có hiệu lực từ ${formatDay(refusal.day)} nên không hoàn tác được: số liệu có thể đã đứng tên đơn vị mới. Lập một phương án mới nói rõ thay đổi tiếp theo.`
    case 'later-decision':
      return `${refusal.unit} còn thay đổi khác đã chốt cho ngày ${formatDay(refusal.day)}, dựa trên phương án này. Hoàn tác phương án sau trước.`
    case 'later-place':
      return `${refusal.unit} đã được ghi trong cây tổ chức Đảng hoặc Mặt trận, mà điều đã ghi được lưu lại cả khi đã bỏ, nên không hoàn tác được. Sau ngày hiệu lực lập phương án mới nói rõ thay đổi tiếp theo.`
    case 'later-duty':
      return `${refusal.person} đã được giao nhiệm vụ ở đơn vị mới. Kết thúc nhiệm vụ đó ở trang tài khoản rồi hoàn tác.`
    case 'shares-refused':
      return faultText(refusal.fault)
    case 'owner-unknown':
      return 'Người phụ trách không có trong danh sách tài khoản đang bật của tỉnh. Chọn lại.'
  }
}

/** What keeps a draft from being decided: which unit, and what to do. */
export function faultText(fault: Fault): string {
  switch (fault.code) {
    case 'title-missing':
      return 'Chưa có tên phương án. Ghi ở phần “Tên, ngày, căn cứ”.'
    case 'day-missing':
      return 'Chưa có ngày hiệu lực. Ghi ngày đầu tiên đơn vị mới hoạt động.'
    case 'act-missing':
      return 'Chưa có số và ngày ban hành của văn bản. Ghi như 1659/NQ-UBTVQH15.'
    case 'no-step':
      return 'Chưa có bước nào. Thêm ít nhất một bước: sáp nhập, chia tách, đổi tên…'
    case 'unit-not-in-force':
      return `${fault.unit} không còn (hoặc chưa có) vào ngày ${formatDay(fault.day)}. Chọn đơn vị đang có vào ngày đó, hoặc đổi ngày hiệu lực.`
    case 'unit-unknown':
      return 'Một bước chưa chọn đơn vị. Mở bước đó và chọn.'
    case 'unit-of-another-province':
      return `${fault.unit} thuộc tỉnh khác. Quản trị của tỉnh chỉ sắp xếp đơn vị trong tỉnh; bỏ đơn vị này khỏi bước.`
    case 'unit-changes-later':
      return `${fault.unit} đã có thay đổi chốt cho ngày ${formatDay(fault.day)}, hai phiên bản sẽ chồng nhau. Hoàn tác phương án kia trước, hoặc chọn ngày hiệu lực từ ngày đó trở đi.`
    case 'unit-changes-that-day':
      return `${fault.unit} cũng bắt đầu một phiên bản mới đúng ngày ${formatDay(fault.day)}, hai thay đổi trùng ngày. Gộp vào một phương án hoặc chọn ngày khác.`
    case 'unit-in-two-steps':
      return `${fault.unit} có mặt ở các bước ${fault.steps.join(', ')} theo cách không khớp nhau. Một đơn vị chỉ ở nhiều bước khi mỗi bước nhận một phần của nó (sáp nhập, “một phần”); còn lại gộp vào một bước.`
    case 'part-alone':
      return `Mới có một phần của ${fault.unit} có nơi đến. Thêm bước cho phần còn lại, hoặc chọn “toàn bộ”.`
    case 'shares-not-whole':
      return `Các phần của ${fault.unit} cộng lại được ${sayPercent(fault.sum)}, chưa đúng 100%. Sửa tỷ lệ, hoặc chọn “chưa biết”.`
    case 'shares-mixed':
      return `Các phần của ${fault.unit} phải cùng một cách đo: tất cả theo phần trăm hoặc tất cả theo số dân. Sửa cho giống nhau.`
    case 'share-without-source':
      return `Tỷ lệ của ${fault.unit} chưa ghi nguồn. Ghi số lấy từ đâu, ví dụ “đề án kèm nghị quyết”, hoặc chọn “chưa biết”.`
    case 'nobody-in-parts':
      return `Số dân các phần của ${fault.unit} đều bằng 0 nên không ra tỷ lệ. Sửa số dân, hoặc chọn “chưa biết”.`
    case 'merge-of-one':
      return `${fault.unit || 'Đơn vị mới'} mới nhận một đơn vị toàn bộ. Sáp nhập cần từ hai đơn vị; nếu chỉ đổi tên, dùng bước “Đổi tên”.`
    case 'split-into-one':
      return `${fault.unit} chia tách cần từ hai đơn vị mới. Thêm đơn vị mới ở bước đó.`
    case 'name-missing':
      return 'Một bước chưa có tên đơn vị mới. Mở bước đó và ghi tên.'
    case 'name-taken':
      return `Tên “${fault.name}” đang là tên một đơn vị khác trong tỉnh vào ngày đó. Chọn tên khác, hoặc đổi tên đơn vị kia trong cùng phương án.`
    case 'code-taken':
      return `Mã số ${fault.officialCode} đang là mã của ${fault.by}. Xem lại mã, hoặc để trống khi chưa có.`
    case 'kind-does-not-fit':
      return `Loại hoặc cấp trên chọn cho ${fault.unit} không hợp cấp của đơn vị. Chọn lại ở bước đó.`
    case 'nothing-changes':
      return `Bước về ${fault.unit} không đổi gì so với hiện nay. Sửa hoặc bỏ bước đó.`
    case 'left-without-parent':
      return `${fault.unit} đang trực thuộc ${fault.parent}, đơn vị này kết thúc mà chưa nói ${fault.unit} về đâu. Thêm bước “Đổi cấp trên trực tiếp” cho ${fault.unit}.`
    case 'parent-not-in-force':
      return `Cấp trên chọn cho ${fault.unit} không còn vào ngày đó. Chọn cấp trên khác.`
    case 'duty-unassigned':
      return `${fault.unit} được chia cho nhiều đơn vị (hoặc kết thúc không có nơi nhận) mà chưa chọn nơi nhận nhiệm vụ của ${fault.person}. Chọn ở phần “Cán bộ”, hoặc kết thúc nhiệm vụ đó ở trang tài khoản.`
    case 'reports-after-the-day':
      return `${fault.unit} đã có ${fault.count} báo cáo cho thời gian sau ngày ${formatDay(fault.day)}. Chọn ngày hiệu lực sau kỳ cuối cùng đã báo cáo.`
  }
}
