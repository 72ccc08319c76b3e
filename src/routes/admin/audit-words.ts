import { formatDay, parseLocalDate } from '#kernel/local-date.ts'
import { parsePeriodKey, periodName } from '#kernel/period.ts'
import { accessAuditLabel, auditReasonLabel } from '#modules/access/audit-labels.ts'
import { dutyLabel, resetReasonLabel } from '#modules/access/labels.ts'
import { activitiesAuditLabel } from '#modules/activities/audit-labels.ts'
import { commendationAuditLabel } from '#modules/commendation/audit-labels.ts'
import { directivesAuditLabel } from '#modules/directives/audit-labels.ts'
import { figuresAuditLabel } from '#modules/figures/audit-labels.ts'
import { aimLabel } from '#modules/figures/target-labels.ts'
import { libraryAuditLabel } from '#modules/movement/library-audit-labels.ts'
import { briefAuditLabel } from '#modules/brief/audit-labels.ts'
import { organisationAuditLabel } from '#modules/organisation/audit-labels.ts'
import { campaignAuditLabel } from '#modules/movement/campaign-audit-labels.ts'
import { movementAuditLabel } from '#modules/movement/audit-labels.ts'
import { scoringAuditLabel } from '#modules/movement/scoring-audit-labels.ts'
import { scopeLabel, stateLabel } from '#modules/movement/labels.ts'
import { calendarAuditLabel } from '#modules/calendar/audit-labels.ts'
import { savedQuestionAuditLabel } from '#modules/figures/saved-question-labels.ts'
import { draftPartLabel, reorganisationAuditLabel } from '#modules/reorganisation/audit-labels.ts'
import { taskLabel } from '#modules/reorganisation/labels.ts'
import { reportingAuditLabel } from '#modules/reporting/audit-labels.ts'
import { statusName } from '#modules/reporting/labels.ts'
import { registerPath } from '../desk/register-path.ts'

/** What tools without a domain word record. */
const platformAuditLabel = {
  'vault-opened': 'mở dữ liệu cá nhân trong két',
  'expired-erased': 'xoá dữ liệu đã quá hạn lưu',
}

/** The sentence of every kind that is recorded; a module adds its own here. */
export const auditLabel: Readonly<Record<string, string>> = {
  ...accessAuditLabel,
  ...reportingAuditLabel,
  ...platformAuditLabel,
  ...reorganisationAuditLabel,
  ...activitiesAuditLabel,
  ...libraryAuditLabel,
  ...organisationAuditLabel,
  ...calendarAuditLabel,
  ...savedQuestionAuditLabel,
  ...figuresAuditLabel,
  ...briefAuditLabel,
  ...commendationAuditLabel,
  ...movementAuditLabel,
  ...campaignAuditLabel,
  ...directivesAuditLabel,
  ...scoringAuditLabel,
}

export const objectLabel: Readonly<Record<string, string>> = {
  account: 'tài khoản',
  award: 'khen thưởng',
  ceremony: 'lễ trao',
  'commendation-rule': 'quy định khen thưởng',
  praise: 'lời biểu dương',
  appraisal: 'đợt chấm điểm',
  'account-list': 'tệp tài khoản',
  'account-review': 'lần rà soát tài khoản',
  body: 'tổ chức',
  'body-pattern': 'mẫu ai phụ trách',
  brief: 'bản tóm tắt một trang',
  'calendar-year': 'lịch làm việc năm',
  commitment: 'cam kết sau đối thoại',
  campaign: 'chủ đề, đợt thi đua',
  contest: 'hội thi',
  dialogue: 'cuộc đối thoại',
  directive: 'văn bản chỉ đạo',
  'divided-unit': 'đơn vị cũ bị chia',
  duty: 'nhiệm vụ',
  finding: 'việc phải khắc phục',
  formula: 'công thức của tỉnh',
  handover: 'lần bàn giao',
  meeting: 'hội nghị, lớp học',
  initiative: 'mô hình, điển hình',
  'initiative-window': 'đợt đăng ký',
  'movement-word': 'danh mục phong trào',
  reorganisation: 'phương án sắp xếp',
  pledge: 'bản cam kết',
  report: 'báo cáo',
  review: 'cuộc sơ kết, tổng kết',
  'scoring-set': 'bộ tiêu chí',
  'saved-question': 'câu hỏi số liệu đã lưu',
  'structure-word': 'từ trong danh mục',
  'sub-commune': 'thôn, tổ dân phố',
  target: 'chỉ tiêu kế hoạch',
  'target-list': 'danh sách chỉ tiêu của',
  template: 'biểu mẫu',
  retention: 'lần dọn dữ liệu quá hạn',
  'unit-size': 'số dân của',
  'tree-membership': 'chỗ trong cây đơn vị',
  'work-item': 'phần việc, công trình',
  'vault-item': 'mục trong két',
  visit: 'cuộc kiểm tra, khảo sát',
  'visit-plan': 'dòng kế hoạch kiểm tra',
  'visit-topic': 'chủ đề kiểm tra',
}

/** What was done, as a sentence without its subject. */
export function auditSentence(kind: string): string {
  return auditLabel[kind] ?? kind
}

const words: Readonly<Record<string, string>> = {
  ...lowered(stateLabel),
  ...lowered(scopeLabel),
  ...dutyLabel,
  ...auditReasonLabel,
  ...resetReasonLabel,
  ...statusName,
  ...draftPartLabel,
  ...taskLabel,
  ...aimLabel,
}

function lowered(said: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).map(([code, text]) => [code, text.charAt(0).toLowerCase() + text.slice(1)]),
  )
}

/** How each recorded fact is said; one that is not here is left out, for it would be a word of the program. */
const facts: Readonly<Record<string, (value: string) => string>> = {
  duty: (value) => value,
  unit: (value) => value,
  reason: (value) => value.toLowerCase(),
  to: (value) => `sang ${value}`,
  from: (value) => `từ ${value}`,
  day: (value) => `từ ngày ${value}`,
  cell: (value) => `ô ${value}`,
  period: (value) => periodSaid(value),
  aim: (value) => value,
  amount: (value) => value.replace('.', ','),
  targets: (value) => `${value} chỉ tiêu`,
  units: (value) => `${value} đơn vị`,
  people: (value) => `${value} người`,
  cells: (value) => `ô ${value}`,
  rule: (value) => `chỗ ${value}`,
  figures: (value) => `${value} số`,
  accounts: (value) => `${value} tài khoản`,
  kept: (value) => `giữ ${value}`,
  turnedOff: (value) => `tắt ${value}`,
  openReports: (value) => `${value} báo cáo đang mở`,
  openQuestions: (value) => `${value} câu hỏi chưa trả lời`,
  part: (value) => value,
  steps: (value) => `${value} bước`,
  act: (value) => `theo ${value}`,
  parts: (value) => `${value} phần`,
  task: (value) => value.toLowerCase(),
  isDone: (value) => (value === 'true' ? 'đã xong' : 'chưa xong'),
  duties: (value) => `${value} nhiệm vụ`,
  left: (value) => `còn ${value} mã`,
  reports: (value) => `${value} báo cáo`,
  document: (value) => `số ${value}`,
  issuedOn: (value) => `ban hành ngày ${value}`,
  signedOn: (value) => `ký ngày ${value}`,
  heldOn: (value) => `tổ chức ngày ${value}`,
  teams: (value) => `${value} đội`,
  isSurprise: (value) => (value === 'true' ? 'đột xuất' : 'theo kế hoạch'),
  isThematic: (value) => (value === 'true' ? 'chuyên đề' : 'không theo chuyên đề'),
  attendances: (value) => (value === 'null' ? 'không đếm người dự' : `${value} lượt người`),
  name: (value) => `“${value}”`,
  label: (value) => `“${value}”`,
  movedOn: (value) => `ngày ${value}`,
  scope: (value) => value,
  isNew: (value) => (value === 'true' ? 'xây dựng mới' : 'duy trì'),
  initiatives: (value) => `${value} mô hình`,
  households: (value) => `${value} hộ`,
  on: (value) => `đếm ngày ${value}`,
  rows: (value) => `${value} thôn, tổ`,
  year: (value) => `năm ${value}`,
  number: (value) => `theo ${value}`,
  daysOff: (value) => `${value} ngày nghỉ`,
  until: (value) => `đến hết ${value}`,
  version: (value) => `bản ${value}`,
  validFrom: (value) => `dùng từ ${value}`,
  opinions: (value) => (value === 'null' ? 'không đếm ý kiến' : `${value} ý kiến`),
}

/** The facts of a row in words, with names for the ids they hold. */
export function auditDetails(changed: Record<string, unknown>, names: ReadonlyMap<string, string>): string {
  return Object.entries(facts)
    .flatMap(([key, say]) => (changed[key] === undefined ? [] : [say(valueSaid(changed[key], names))]))
    .join(', ')
}

function periodSaid(key: string): string {
  const period = parsePeriodKey(key)
  return period ? periodName(period) : key
}

function valueSaid(value: unknown, names: ReadonlyMap<string, string>): string {
  if (Array.isArray(value)) {
    const shown = value.slice(0, 6).map(String).join(', ')
    return value.length > 6 ? `${shown} và ${value.length - 6} ô nữa` : shown
  }
  const text = String(value)
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseLocalDate(text) : null
  return day ? formatDay(day) : (names.get(text) ?? words[text] ?? text)
}

const accountPages: Readonly<Record<string, string>> = {
  account: '/admin/tai-khoan',
  template: '/admin/mau-bao-cao',
  reorganisation: '/admin/sap-xep',
}

/** The registers whose records are read at an address of their own. */
const recordPages: Readonly<Record<string, string>> = {
  ...registerPath,
  appraisal: '/desk/cham-diem',
  body: '/desk/to-chuc',
  campaign: '/desk/phong-trao',
  ceremony: '/desk/khen-thuong/le-trao',
  commitment: '/desk/cam-ket-doi-thoai',
  directive: '/desk/van-ban-chi-dao',
  finding: '/desk/ket-luan',
  formula: '/desk/cong-thuc',
  report: '/desk/bao-cao',
  'scoring-set': '/desk/bo-tieu-chi',
  target: '/desk/chi-tieu',
}

/** Where the thing a row is about can be opened by this reader; null where it has no page for them. */
export function objectPath(
  object: { kind: string; id: string },
  reader: { readsAccounts: boolean; readsReports: boolean },
): string | null {
  const ofAccounts = accountPages[object.kind]
  if (ofAccounts && reader.readsAccounts) return `${ofAccounts}/${object.id}`
  const page = recordPages[object.kind]
  if (page && reader.readsReports) return `${page}/${object.id}`
  return null
}
