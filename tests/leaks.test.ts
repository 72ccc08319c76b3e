import { join } from 'node:path'
import { submitNow } from './support/reports.ts'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayInVietnam, localDate } from '../src/kernel/local-date.ts'
import { newId, type Id } from '../src/kernel/ids.ts'
import type { Outcome } from '../src/kernel/outcome.ts'
import { rangeOf, type Period } from '../src/kernel/period.ts'
import { openAccess, type Access } from '../src/modules/access/access.server.ts'
import type { Actor, DutyKind } from '../src/modules/access/actor.ts'
import { openAccount } from '../src/modules/access/administration.server.ts'
import { examplePassword } from '../src/modules/access/example.ts'
import { setSecondFactor } from '../src/modules/access/identity.server.ts'
import { recordDialogue } from '../src/modules/activities/commands.server.ts'
import { keepActivities, type KeptActivities } from './support/activities.ts'
import { typeQuestions } from '../src/modules/activities/asked-commands.server.ts'
import { answerAsked } from '../src/modules/activities/commitment-commands.server.ts'
import type { InitiativeId } from '../src/modules/movement/initiative.ts'
import type { DialogueEntry, DialogueId } from '../src/modules/activities/dialogue.ts'
import { openRegistration } from '../src/modules/movement/registering.server.ts'
import { blankEntry } from '../src/modules/movement/registration.ts'
import { testVault } from './support/contacts.ts'
import { dialoguePage } from '../src/modules/activities/queries.server.ts'
import type { AwardEntry, AwardId } from '../src/modules/commendation/award.ts'
import { beginAward } from '../src/modules/commendation/commands.server.ts'
import { attachAwardEvidence } from '../src/modules/commendation/file-commands.server.ts'
import { recordCeremony, recordPraise } from '../src/modules/commendation/list-commands.server.ts'
import { decideAward, moveAward, voteOnAward } from '../src/modules/commendation/move-commands.server.ts'
import { askCube, openCell, openCube, type Cube } from '../src/modules/figures/cube.server.ts'
import type { CubeQuestion } from '../src/modules/figures/cube-question.ts'
import type { Reader } from '../src/modules/figures/cube-rights.ts'
import { parseCellKey } from '../src/modules/figures/indicator.ts'
import { acceptReport, beginReport, returnReport } from '../src/modules/reporting/commands.server.ts'
import { explainFinding, saveCells } from '../src/modules/reporting/entry-commands.server.ts'
import { answerQuestion } from '../src/modules/reporting/question-commands.server.ts'
import { attachFiles } from '../src/modules/reporting/file-commands.server.ts'
import { planPublication } from '../src/modules/reporting/publication-commands.server.ts'
import { reportFilesPage } from '../src/modules/reporting/file-queries.server.ts'
import { currentTemplate } from '../src/modules/reporting/report.ts'
import { reportPage } from '../src/modules/reporting/queries.server.ts'
import type { ReportId } from '../src/modules/reporting/report.ts'
import { beginReorganisation } from '../src/modules/reorganisation/commands.server.ts'
import { emptyDraft, type ReorganisationId } from '../src/modules/reorganisation/draft.ts'
import { inScope } from '../src/platform/database.ts'
import { localStore } from '../src/platform/files/local-store.ts'
import { ringPlace } from '../src/platform/vault/ring.ts'
import { openVault } from '../src/platform/vault/vault.ts'
import { testSecret } from './support/access.ts'
import { wordsOfDocx, wordsOfPdf } from './support/downloads.ts'
import { useExampleDatabase } from './support/example.ts'
import { workingQuarter } from './support/period.ts'
import { allRoutes } from './support/routes.ts'
import { useServer, Visitor, type Answer } from './support/server.ts'
import { secretOf, signInVisitor } from './support/sign-in.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })

/** Words and numbers that stand nowhere but in the reports of Xã Sông Xanh made below. */
const markers = ['chim lạc bay về', '918.273', '918273', '645.546', '645546', '271.828', '271828'] as const
const marked = (what: string): string => `chim lạc bay về ${what} trong sổ của xã`
const typedLater = ['645546', '645.546'] as const

type Kind = 'draft' | 'submitted' | 'returned' | 'accepted'
const kinds: readonly Kind[] = ['draft', 'submitted', 'returned', 'accepted']
const unitCode = 'vi-du-song-xanh'

type World = {
  access: Access
  reports: Record<Kind, ReportId>
  files: Record<Kind, string>
  question: string
  account: string
  duty: string
  notice: string
  dialogue: DialogueId
  initiative: InitiativeId
  activities: KeptActivities
  commitment: string
  award: AwardId
  evidence: string
  ceremony: string
  praise: string
  /** What the administrators of Tỉnh Ví Dụ prepare. */
  meant: ReorganisationId
  hamlet: string
  body: string
  unit: string
}
let world: World

/** Where one report could be found, and what to send there. `?` stands for nothing to send. */
type Target = Omit<World, 'access' | 'reports' | 'files'> & { report: ReportId; file: string; period: Period }
type Exit = {
  /** The addresses of a route that could show the report. */
  gets: (of: Target) => string[]
  /** The fields of each form action. */
  posts?: Record<string, (of: Target) => Record<string, string>>
  /** True where a stranger may get a file of their own province at this address: then it is unpacked and looked into. */
  ownFile?: boolean
  /** True when the address itself names the report: then it must not exist for a stranger. */
  namesReport?: boolean
  /** True when it names a record of the commune's register, which its province reads as it is kept. */
  namesRecord?: boolean
  /** True when it names what the administrators of the province prepare: it does not exist for anybody else. */
  namesMeant?: boolean
}

const steps = 'Bước;Việc;Đơn vị;Tên mới\n1;đổi tên;Xã Sông Xanh;Sông Lạ'
/** Nothing of it is set by somebody of another province: the commune is not named in theirs. */
const targetFile = 'Đơn vị,Mã chỉ tiêu,Kỳ,Mức\nXã Sông Xanh,F01,năm 2026,5'
const sizeFile = 'Đơn vị,Số dân,Tính đến ngày\nXã Sông Xanh,5,1/1/2026'
const divisionFile = 'Mã cũ;Mã mới;Số\nvi-du-vach-da-truoc-2025;vi-du-tram-den;5'
const statedHalves = {
  ...{ basis: 'people', by: 'share', source: 'Từ ngoài' },
  ...{ 'part-019300a1-4c00-7000-9000-000000000162': '50', 'part-019300a1-4c00-7000-9000-000000000163': '50' },
}
const meantHead = { title: 'Phương án từ ngoài', day: '1/1/2099' }
const meantVersion = { version: '1' }
const accountList = 'Họ và tên;Tên đăng nhập;Nhiệm vụ;Đơn vị\nKẻ Lạ;ke.la;Cán bộ xã;Xã Sông Xanh'
const version = { ban: '1' }
const setFields = { name: 'Bộ từ ngoài', validFrom: '1/1/2026', appliesTo: 'unit', '0.kind': 'group', '0.name': 'Một' }
const ruleFields = {
  ...{ kind: 'part-of-whole', name: 'Từ ngoài', total: 'B01', parts: 'B02', severity: 'asks', isOn: 'bat' },
  ...{ 'so-suspiciousFrom': '50', reason: 'Thử từ ngoài' },
}
const formulaFields = { name: 'Từ ngoài', text: 'F05', reason: 'Thử từ ngoài', validFrom: '1/1/2026', find: 'ho so' }
/** A sheet nobody has: what another unit's sheet answers is tried in movement-registers and directives.test.ts. */
const strangerSheet = '01a202f1-afd7-7683-97ac-6ea1ba521b27'
const sheetFields = {
  campaign: { kind: 'drive', title: 'Đợt từ ngoài', from: '1/1/2026', until: '31/12/2026' },
  pledge: { title: 'Cam kết từ ngoài', year: '2026', day: '12/1/2026', wording: 'Từ ngoài', list: 'Hội Nông dân' },
  contest: { title: 'Hội thi từ ngoài', day: '12/8/2026', rounds: 'Chào hỏi: 20', list: 'Đội A' },
  workItem: { title: 'Việc từ ngoài', purpose: 'theme', day: '1/8/2026' },
  review: { directive: '25-nq-tw', kind: 'final', day: '12/8/2026' },
  directive: { number: '03-KH/ĐU', day: '15/1/2026', subject: 'Văn bản từ ngoài' },
}

const owedRule = {
  ...{ mau: 'dan-van', ky: 'month', cap: 'commune', cach: 'calendar-days', 'so-ngay': '5', tu: '1/1/2099' },
  'ly-do': 'Từ ngoài vào đây',
}

/** The pages of a register of sheets: its list, its file, a new sheet, and one that is not the reader's. */
function sheetRoutes(path: string, fields: Record<string, string>, actions: readonly string[]): Record<string, Exit> {
  return {
    [path]: { gets: () => [path, `${path}?don-vi=${unitCode}`, `${path}?nam=2026&trang=2&tim=abc`] },
    [`${path}/tai-ve.csv`]: { gets: () => [`${path}/tai-ve.csv`], ownFile: true },
    [`${path}/moi`]: { gets: () => [`${path}/moi`], posts: { default: () => ({ ...fields, to: newId() }) } },
    [`${path}/[id]`]: {
      gets: () => [`${path}/${strangerSheet}`],
      posts: Object.fromEntries(
        actions.map((name) => [name, () => ({ ...fields, reason: 'Từ ngoài', why: 'Từ ngoài', ...version })]),
      ),
    },
  }
}
const initiativeFields = {
  name: 'Mô hình ghi từ ngoài',
  holder: 'x',
  holderKind: 'collective',
  year: '2026',
  scope: 'commune',
  isNew: 'moi',
}
const initiativeList =
  'Tên mô hình,Người thực hiện,Năm,Cấp đăng ký,Mới hay duy trì,Tập thể hay cá nhân,Lĩnh vực chính\nMột,x,2026,Cấp xã,Mới,Tập thể,Kinh tế'
const dialogueFields = { heldOn: '20/5/2026', subject: 'Cuộc đối thoại ghi từ ngoài', isThematic: 'khong' }
const visitFields = {
  ...{ kind: 'survey', ledBy: 'front', heldOn: '12/6/2026', subject: 'Ghi từ ngoài', leadingBody: 'Từ ngoài' },
  'place-0': 'Trường từ ngoài',
}
const planFields = { kind: 'survey', subject: 'Kế hoạch từ ngoài' }
const meetingFields = { kind: 'conference', heldOn: '12/6/2026', subject: 'Hội nghị từ ngoài' }
const awardFields = {
  ...{ form: 'letter', level: 'commune', line: 'movement', year: '2026', recipientKind: 'collective' },
  ...{ recipient: 'Ghi từ ngoài', achievement: 'Đã có', report: '', isLeader: '', mayBePublic: 'khong' },
}
const hamletFields = { name: 'Ghi từ ngoài', kind: 'hamlet-thon', from: '1/1/2026', act: '1/NQ' }
const hamletList = 'Tên,Loại,Từ ngày\nGhi từ ngoài,Thôn,1/1/2026'
const bodyFields = {
  ...{
    name: 'Ghi từ ngoài',
    kind: 'commission',
    tree: 'party',
    functions: 'mobilisation',
    from: '1/1/2026',
    act: '1-QĐ',
  },
}
const taskFields = {
  ...{ 'nhiem-vu': '01890000-0000-7000-8000-0000000000aa', ban: '1' },
  ...{ viec: 'Việc viết từ ngoài vào', ai: 'Khối Dân vận', han: '', o: '' },
}
const proseFields = { 'loi.ket-qua': 'Lời viết từ ngoài vào', 'ban.ket-qua': '0' }
const cellFields = {
  'so.F01': '1',
  'so-cu.F01': '918273',
  'ghi-chu.F01': 'đổi từ ngoài',
  'ghi-chu-cu.F01': marked('ghi chú'),
}

/** The commune asked about by name, for the period of its report, with everything that is being typed. */
function exploring(path: string, { period }: Target): string[] {
  return [
    `${path}?indicators=F01&unit=${unitCode}&period=${keyOf(period)}&counts=open`,
    `${path}?indicators=F01&unit=${unitCode}&period=${keyOf(period)}&counts=handed-in&from=any`,
  ]
}

const exits: Record<string, Exit> = {
  '/': { gets: () => ['/', '/?q=song+xanh', '/?q=chim+lac'] },
  '/gioi-thieu': { gets: () => ['/gioi-thieu'] },
  '/api': { gets: () => ['/api'] },
  '/tro-giup': { gets: () => ['/tro-giup'] },
  '/quyen-rieng-tu': { gets: () => ['/quyen-rieng-tu'] },
  '/tro-nang': { gets: () => ['/tro-nang'] },
  '/api/[...address]': {
    // The ending, because these visitors accept pages only.
    gets: ({ report }) => [
      '/api/openapi.json',
      `/api/v1/units/${unitCode}.json`,
      `/api/v1/reports.json?unit=${unitCode}&limit=500`,
      `/api/v1/periods.json?unit=${unitCode}&limit=500`,
      `/api/v1/figures.json?unit=${unitCode}&limit=500`,
      `/api/v1/figures.csv?unit=${unitCode}&from=2026-01-01&limit=500`,
      ...Object.values(periods).map((period) => `/api/v1/figures.json?unit=${unitCode}&period=${keyOf(period)}`),
      ...Object.values(periods).map(
        (period) => `/api/v1/figures.json?unit=${unitCode}&period=${keyOf(period)}&map=2025-06-30`,
      ),
      `/api/v1/reports/${report}`,
    ],
  },
  '/don-vi': { gets: () => ['/don-vi', '/don-vi?q=song+xanh', '/don-vi?q=chim+lac', '/don-vi?ngay=2025-06-30'] },
  '/don-vi/[code]': {
    gets: () => [
      `/don-vi/${unitCode}`,
      `/don-vi/${unitCode}?ngay=2025-06-30&trang=2`,
      '/don-vi/vi-du',
      '/don-vi/20695',
    ],
  },
  '/don-vi/[code]/bao-cao/[id]': {
    gets: ({ report }) => [`/don-vi/${unitCode}/bao-cao/${report}`, `/don-vi/vi-du/bao-cao/${report}`],
    namesReport: true,
  },
  '/don-vi/[code]/bao-cao/[id]/ban-do': {
    gets: ({ report }) => [
      `/don-vi/${unitCode}/bao-cao/${report}/ban-do`,
      `/don-vi/${unitCode}/bao-cao/${report}/ban-do?ban-do=30/6/2025`,
    ],
    namesReport: true,
  },
  '/don-vi/[code]/so-lieu': {
    gets: () => [
      `/don-vi/${unitCode}/so-lieu`,
      ...Object.values(periods).flatMap((period) => [
        `/don-vi/${unitCode}/so-lieu?ky=${keyOf(period)}&ban-do=bao-cao`,
        `/don-vi/vi-du/so-lieu?ky=${keyOf(period)}&ban-do=hom-nay`,
        `/don-vi/vi-du/so-lieu?ky=${keyOf(period)}&ban-do=2025-06-30&chi-tieu=F01`,
      ]),
    ],
  },
  '/don-vi/[code]/so-lieu/tai-ve.csv': {
    gets: () =>
      Object.values(periods).flatMap((period) => [
        `/don-vi/vi-du/so-lieu/tai-ve.csv?ky=${keyOf(period)}`,
        `/don-vi/${unitCode}/so-lieu/tai-ve.csv?ky=${keyOf(period)}&ban-do=bao-cao`,
      ]),
  },
  '/don-vi/[code]/bo-chi-tieu/[set]': {
    gets: ({ period }) => [
      `/don-vi/${unitCode}/bo-chi-tieu/nong-thon-moi?ky=${keyOf(period)}&ban-do=bao-cao`,
      `/don-vi/vi-du/bo-chi-tieu/chinh-quyen-than-thien?ky=${keyOf(period)}&ban-do=bao-cao`,
    ],
  },
  '/don-vi/[code]/bo-chi-tieu/[set]/tai-ve.[kind]': {
    gets: ({ period }) =>
      ['csv', 'xlsx'].map((kind) => `/don-vi/${unitCode}/bo-chi-tieu/ocop/tai-ve.${kind}?ky=${keyOf(period)}`),
    ownFile: true,
  },
  '/don-vi/[code]/bao-cao/[id]/tai-ve.[kind]': {
    gets: ({ report }) => ['pdf', 'docx', 'xlsx'].map((kind) => `/don-vi/${unitCode}/bao-cao/${report}/tai-ve.${kind}`),
    namesReport: true,
  },
  '/don-vi/[code]/bao-cao/[id]/tai-lieu/[file]': {
    gets: ({ report, file }) => [`/don-vi/${unitCode}/bao-cao/${report}/tai-lieu/${file}`],
    namesReport: true,
  },
  '/co-chu': { gets: () => ['/co-chu?muc=115&ve=/'], posts: { POST: () => ({ muc: '115', ve: '/' }) } },
  '/desk/ui': { gets: () => ['/desk/ui'] },
  '/mau-nen': { gets: () => ['/mau-nen?chon=dark&ve=/desk'] },
  '/dang-nhap': {
    gets: ({ report }) => [`/dang-nhap?tiep=/desk/bao-cao/${report}`],
    posts: { default: () => ({ signInName: '', password: '' }) },
  },
  '/dang-nhap/gui-tiep': { gets: () => ['/dang-nhap/gui-tiep'], posts: { bo: () => ({}) } },
  '/dang-nhap/kich-hoat': { gets: () => ['/dang-nhap/kich-hoat'], posts: { default: () => ({ code: '' }) } },
  '/dang-nhap/ma': { gets: () => ['/dang-nhap/ma'], posts: { default: () => ({ code: '' }) } },
  '/dang-nhap/khoi-phuc': {
    gets: () => ['/dang-nhap/khoi-phuc'],
    posts: { default: () => ({ recoveryCode: 'aaaaa-aaaaa' }) },
  },
  '/admin': { gets: () => ['/admin', '/admin?tim=mau'] },
  '/admin/tai-khoan/mo': {
    gets: () => ['/admin/tai-khoan/mo'],
    posts: {
      default: () => ({ signInName: 'ke.la', displayName: 'Kẻ Lạ', kind: 'province-leader', unit: newId<'Unit'>() }),
    },
  },
  '/admin/tai-khoan/[id]': {
    gets: ({ account }) => [`/admin/tai-khoan/${account}`],
    posts: {
      giao: ({ account }) => ({ account, kind: 'commune-officer', unit: newId<'Unit'>() }),
      'ket-thuc': ({ account, duty }) => ({ account, duty }),
      'cap-lai': ({ account }) => ({ account, what: 'both', reason: 'phone-lost' }),
      'bat-tat': ({ account }) => ({ account, way: 'off' }),
    },
  },
  '/admin/them-tu-tep': {
    gets: () => ['/admin/them-tu-tep'],
    posts: { xem: () => ({ danhSach: accountList }), mo: () => ({ danhSach: accountList, kieu: '4' }) },
  },
  '/admin/mau-bao-cao': {
    gets: () => ['/admin/mau-bao-cao', '/admin/mau-bao-cao?tu=rieng-vi-du@1'],
    posts: { lap: () => ({ name: 'Mẫu của người lạ', from: 'rieng-vi-du@1' }) },
  },
  '/admin/mau-bao-cao/tu-tep': {
    gets: () => ['/admin/mau-bao-cao/tu-tep'],
    posts: { default: () => ({ noiDung: '{"format":"kheo-mau-bao-cao","schema":1}' }) },
  },
  '/admin/mau-bao-cao/[id]': {
    gets: () => ['/admin/mau-bao-cao/rieng-vi-du@1', '/admin/mau-bao-cao/rieng-vi-du', '/admin/mau-bao-cao/dan-van@3'],
    posts: {
      'ten-goi': () => ({ name: 'Tên của người lạ', daysToSubmit: '1' }),
      'them-muc': () => ({ title: 'Mục của người lạ', section: 'figures' }),
      muc: () => ({ section: 'doi-thoai', viec: 'xoa' }),
      'hoan-tac': () => ({ step: '1' }),
      dung: () => ({ step: '1', from: '1/1/2099' }),
      bo: () => ({}),
      'phien-ban': () => ({}),
      ngung: () => ({ from: '1/1/2099' }),
    },
  },
  '/admin/mau-bao-cao/[id]/tai-ve.json': { gets: () => ['/admin/mau-bao-cao/rieng-vi-du@1/tai-ve.json'] },
  '/admin/mau-bao-cao/[id]/xem': { gets: () => ['/admin/mau-bao-cao/rieng-vi-du@1/xem'] },
  '/admin/mau-bao-cao/[id]/so-sanh': { gets: () => ['/admin/mau-bao-cao/rieng-vi-du@1/so-sanh?voi=dan-van@3'] },
  '/admin/mau-bao-cao/[id]/them': {
    gets: () => ['/admin/mau-bao-cao/rieng-vi-du@1/them?muc=doi-thoai'],
    posts: { them: () => ({ section: 'doi-thoai', code: 'D01' }) },
  },
  '/admin/them-tu-tep/mau.csv': { gets: () => ['/admin/them-tu-tep/mau.csv'] },
  '/admin/ban-giao': {
    gets: ({ account, duty }) => [`/admin/ban-giao?nhiem-vu=${duty}&nhan=${account}&tu=1/1/2099`],
    posts: { default: ({ account, duty }) => ({ 'nhiem-vu': duty, nhan: account, tu: '1/1/2099', 'da-xem': '1' }) },
  },
  '/admin/ra-soat': {
    gets: () => ['/admin/ra-soat'],
    posts: { default: ({ account }) => ({ xem: account, [`tk.${account}`]: 'tat' }) },
  },
  '/admin/sap-xep': { gets: () => ['/admin/sap-xep'] },
  '/admin/sap-xep/moi': {
    gets: () => ['/admin/sap-xep/moi'],
    posts: { default: () => ({ ...meantHead, sheet: newId() }) },
  },
  '/admin/sap-xep/[id]': {
    gets: ({ meant }) => [`/admin/sap-xep/${meant}`],
    posts: {
      'len-xuong': () => ({ ...meantVersion, step: newId(), way: 'up' }),
      'bo-buoc': () => ({ ...meantVersion, step: newId() }),
      'noi-nhan': ({ duty }) => ({ ...meantVersion, [`duty-${duty}`]: newId() }),
      chot: () => meantVersion,
      'hoan-tac': () => meantVersion,
      bo: () => meantVersion,
      viec: () => ({ ...meantVersion, task: newId(), owner: '', done: '1' }),
    },
    namesMeant: true,
  },
  '/admin/sap-xep/[id]/thong-tin': {
    gets: ({ meant }) => [`/admin/sap-xep/${meant}/thong-tin`],
    posts: { default: () => ({ ...meantVersion, ...meantHead }) },
    namesMeant: true,
  },
  '/admin/sap-xep/[id]/buoc': {
    gets: ({ meant }) => [`/admin/sap-xep/${meant}/buoc?loai=merge`],
    posts: { luu: () => ({ ...meantVersion, name: 'Sông Lạ' }), 'them-dong': () => ({ rows: '3' }) },
    namesMeant: true,
  },
  '/admin/sap-xep/[id]/tu-tep': {
    gets: ({ meant }) => [`/admin/sap-xep/${meant}/tu-tep`],
    posts: { xem: () => ({ danhSach: steps }), nap: () => ({ ...meantVersion, danhSach: steps }) },
    namesMeant: true,
  },
  '/admin/sap-xep/[id]/tu-tep/mau.csv': {
    gets: ({ meant }) => [`/admin/sap-xep/${meant}/tu-tep/mau.csv`],
    namesMeant: true,
  },
  '/admin/sap-xep/[id]/ti-le': {
    gets: ({ meant }) => [`/admin/sap-xep/${meant}/ti-le`],
    posts: { default: () => ({ ...meantVersion, from: newId(), source: '' }) },
    namesMeant: true,
  },
  '/admin/ti-le': { gets: () => ['/admin/ti-le'] },
  '/admin/ti-le/[code]': {
    gets: () => ['/admin/ti-le/vi-du-vach-da-truoc-2025'],
    posts: {
      xem: () => statedHalves,
      luu: () => ({ ...statedHalves, sheet: newId() }),
      rut: () => ({ id: newId(), reason: 'Nhập nhầm' }),
    },
  },
  '/admin/ti-le/tu-tep': {
    gets: () => ['/admin/ti-le/tu-tep'],
    posts: {
      xem: () => ({ danhSach: divisionFile, basis: 'people', source: 'x' }),
      nap: () => ({ danhSach: divisionFile, basis: 'people', source: 'x' }),
    },
  },
  '/admin/ti-le/mau.csv': { gets: () => ['/admin/ti-le/mau.csv'] },
  '/admin/ti-le/tai-ve.csv': { gets: () => ['/admin/ti-le/tai-ve.csv'] },
  '/desk/sap-xep': { gets: () => ['/desk/sap-xep'] },
  '/admin/noi-ban-hanh': {
    gets: () => ['/admin/noi-ban-hanh', '/admin/noi-ban-hanh?don-vi=vi-du-song-xanh&the-thuc=dang'],
  },
  '/admin/noi-ban-hanh/[of]/[layout]': {
    gets: () => ['/admin/noi-ban-hanh/commune/nha-nuoc', '/admin/noi-ban-hanh/vi-du-song-xanh/dang'],
    posts: { xem: () => ({ body: 'Đảng ủy' }), dat: () => ({ body: 'Đảng ủy' }), bo: () => ({ loi: newId() }) },
  },
  '/admin/lich-lam-viec': {
    gets: () => ['/admin/lich-lam-viec', '/admin/lich-lam-viec?nam=2027'],
    posts: {
      'xac-nhan': () => ({ nam: '2027', lyDo: 'từ ngoài', denNgay: '31/3/2027' }),
      'bo-xac-nhan': () => ({ nam: '2027' }),
      'bo-thong-bao': () => ({ nam: '2027', banGhi: '1', lyDo: 'từ ngoài' }),
    },
  },
  '/admin/lich-lam-viec/[nam]/nhap': {
    gets: () => ['/admin/lich-lam-viec/2027/nhap'],
    posts: {
      xem: () => ({
        soThongBao: '1/TB',
        ngayThongBao: '1/10/2026',
        ngay: '1/1/2027',
        loai: 'off',
        ten: 'Tết',
        doiVoi: '',
      }),
      ghi: () => ({
        soThongBao: '1/TB',
        ngayThongBao: '1/10/2026',
        ngay: '1/1/2027',
        loai: 'off',
        ten: 'Tết',
        doiVoi: '',
      }),
    },
  },
  '/admin/nhat-ky': {
    gets: ({ account, report }) => ['/admin/nhat-ky', `/admin/nhat-ky?nguoi=${account}`, `/admin/nhat-ky?ma=${report}`],
  },
  '/admin/nhat-ky/tai-ve.csv': { gets: ({ report }) => [`/admin/nhat-ky/tai-ve.csv?ma=${report}`] },
  '/desk': {
    gets: () => ['/desk', '/desk?da=nop'],
    posts: { mo: () => ({ ky: 'khoang', nam: '', tu: '31/12/2099', den: '1/1/2099' }) },
  },
  '/desk/bo-chi-tieu': { gets: () => ['/desk/bo-chi-tieu'] },
  '/desk/bo-chi-tieu/[code]': {
    gets: ({ period }) => [
      `/desk/bo-chi-tieu/nong-thon-moi?don-vi=${unitCode}&ky=${keyOf(period)}&tinh=open`,
      `/desk/bo-chi-tieu/chinh-quyen-than-thien?don-vi=vi-du&ky=${keyOf(period)}&tinh=handed-in`,
    ],
  },
  '/desk/bo-chi-tieu/[code]/tai-ve.[kind]': {
    gets: ({ period }) => [
      `/desk/bo-chi-tieu/nong-thon-moi/tai-ve.csv?don-vi=${unitCode}&ky=${keyOf(period)}&tinh=open`,
      `/desk/bo-chi-tieu/nong-thon-moi/tai-ve.xlsx?ky=${keyOf(period)}&tinh=open`,
    ],
    ownFile: true,
  },
  '/desk/bao-cao/[id]': {
    gets: ({ report }) =>
      ['', '?o=F01', '?trang=2', '?loc=chua-khop', '?loc=co-cau-hoi&o=D03'].map((q) => `/desk/bao-cao/${report}${q}`),
    posts: {
      'ky-truoc': () => ({ o: 'F14' }),
      'hoan-tac': () => ({ ...cellFields, buoc: '1' }),
      'lam-lai': () => ({ ...cellFields, buoc: '' }),
      luu: ({ question }) => ({ ...cellFields, [`tra-loi.${question}`]: 'trả lời từ ngoài' }),
      'tra-lai': () => ({ ...version, 'hoi.F01': 'hỏi từ ngoài vào' }),
      nhan: () => version,
      'cong-bo': () => version,
      rut: () => version,
    },
    namesReport: true,
  },
  '/desk/bieu-excel': {
    gets: () => ['/desk/bieu-excel'],
    posts: {
      mau: () => ({}),
      khai: () => ({ ten: 'Từ ngoài', dong: '0', 'dang.0': 'a|b', 'ten-cot': '0', so: '1', 'ghi-chu': '-1' }),
      thoi: () => ({ bieu: newId() }),
    },
  },
  '/desk/bao-cao/[id]/kiem-tra': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/kiem-tra`],
    posts: {
      'giai-thich': () => ({ cho: 'Q02:F01', 'loi.Q02:F01': 'Lời giải thích từ ngoài vào, đủ dài.' }),
      nop: () => ({}),
    },
    namesReport: true,
  },
  '/desk/bao-cao/[id]/o/[cell]': {
    gets: ({ report }) => ['F01', 'D03', 'D03?trang=2'].map((cell) => `/desk/bao-cao/${report}/o/${cell}`),
    posts: { 'go-so': () => ({ so: '5', 'ly-do': 'Gõ từ ngoài', 'so-cu': '' }), 'bo-so': () => ({}) },
    namesReport: true,
  },
  '/desk/bao-cao/[id]/thay-doi': {
    gets: ({ report }) => ['', '?o=F01'].map((query) => `/desk/bao-cao/${report}/thay-doi${query}`),
    namesReport: true,
  },
  '/desk/bao-cao/[id]/excel': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/excel`],
    posts: { xem: () => ({ dan: 'Mã\tKỳ này\nF01\t1', tuDong: '' }), ghi: () => cellFields },
    namesReport: true,
  },
  '/desk/bao-cao/[id]/bieu-nhap.xlsx': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/bieu-nhap.xlsx`],
    namesReport: true,
  },
  '/desk/bao-cao/[id]/sua-doi': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/sua-doi`],
    posts: {
      mo: () => ({ 'ly-do': 'mở bản sửa đổi từ ngoài vào' }),
      'de-nghi': () => ({ 'ly-do': 'đề nghị sửa đổi từ ngoài vào' }),
    },
    namesReport: true,
  },
  '/desk/bao-cao/[id]/sua-doi/[n]': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/sua-doi/1`, `/desk/bao-cao/${report}/sua-doi/1?muc=2`],
    posts: {
      luu: () => ({ 'so.F01': '999', 'so-cu.F01': '' }),
      'giai-thich': () => ({ cho: 'Q02:F01', loi: 'giải thích gửi từ ngoài vào' }),
      buoc: () => ({ buoc: 'accept', ban: '1', 'loi-nhan': 'nhận từ ngoài' }),
    },
    namesReport: true,
  },
  '/desk/bao-cao/[id]/phien-ban/[n]': {
    gets: ({ report }) => [0, 1].map((n) => `/desk/bao-cao/${report}/phien-ban/${n}`),
    namesReport: true,
  },
  '/desk/bao-cao/[id]/cau-hoi': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/cau-hoi`, `/desk/bao-cao/${report}/cau-hoi?o=F01`],
    posts: {
      hoi: () => ({ o: 'F01', 'cau-hoi': 'hỏi từ ngoài vào', giao: '', han: '' }),
      'tra-loi': () => ({ cau: newId(), loi: 'trả lời từ ngoài' }),
      'hoi-tiep': () => ({ cau: newId(), loi: 'hỏi tiếp từ ngoài' }),
      xong: () => ({ cau: newId() }),
    },
    namesReport: true,
  },
  '/desk/bao-cao/[id]/cong-bo': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/cong-bo`],
    posts: {
      ngay: () => ({ ban: '1' }),
      hen: () => ({ ban: '1', ngay: '2030-01-01', gio: '8:00' }),
      'bo-hen': () => ({}),
      go: () => ({ ban: '1', 'vi-sao': 'gỡ từ ngoài vào đây' }),
    },
    namesReport: true,
  },
  '/desk/sua-doi': { gets: () => ['/desk/sua-doi', '/desk/sua-doi?loc=dang-nhap&trang=2'] },
  '/desk/cau-hoi-so-lieu': {
    gets: () => [
      '/desk/cau-hoi-so-lieu',
      '/desk/cau-hoi-so-lieu?loc=tat-ca&tim=F01',
      '/desk/cau-hoi-so-lieu?loc=qua-han',
    ],
  },
  '/don-vi/[code]/bao-cao/[id]/ban-truoc/[n]': {
    gets: ({ report }) => [0, 1].map((n) => `/don-vi/${unitCode}/bao-cao/${report}/ban-truoc/${n}`),
    namesReport: true,
  },
  '/desk/bao-cao/[id]/tai-lieu': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/tai-lieu`],
    posts: {
      them: () => ({ 'ghi-chu': 'gửi từ ngoài', nguoi: 'none' }),
      sua: ({ file }) => ({ 'tai-lieu': file, 'ghi-chu': 'đổi từ ngoài', nguoi: 'none' }),
      go: ({ file }) => ({ 'tai-lieu': file }),
      'cong-khai': ({ file }) => ({ 'tai-lieu': file, 'cong-khai': 'co' }),
    },
    namesReport: true,
  },
  '/desk/bao-cao/[id]/tai-lieu/[file]': {
    gets: ({ report, file }) => [`/desk/bao-cao/${report}/tai-lieu/${file}`],
    namesReport: true,
  },
  '/desk/bao-cao/[id]/tai-ve.[kind]': {
    gets: ({ report }) =>
      ['pdf', 'docx', 'xlsx', 'pdf?the-thuc=dang', 'docx?the-thuc=dang', 'docx?the-thuc=mat-tran&ban=cong-van'].map(
        (kind) => `/desk/bao-cao/${report}/tai-ve.${kind}`,
      ),
    namesReport: true,
  },
  '/desk/bao-cao/[id]/loi-van': {
    gets: ({ report }) => ['', '?muc=ket-qua'].map((query) => `/desk/bao-cao/${report}/loi-van${query}`),
    posts: {
      luu: () => proseFields,
      gan: () => ({ ...proseFields, gan: 'ket-qua|het' }),
      lay: () => ({ ...proseFields, lay: 'ket-qua|tat-ca' }),
    },
    namesReport: true,
  },
  '/desk/bao-cao/[id]/loi-van/[section]': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/loi-van/ket-qua`],
    posts: { 'dua-ve': () => ({ lan: '1', ban: '1' }) },
    namesReport: true,
  },
  '/desk/bao-cao/[id]/nhiem-vu': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/nhiem-vu`],
    posts: {
      them: () => taskFields,
      sua: () => taskFields,
      bo: () => ({ ...taskFields, 'vi-sao': 'Bỏ từ ngoài vào kế hoạch' }),
      'ket-qua': () => ({ ...taskFields, 'ket-qua': 'done' }),
    },
    namesReport: true,
  },
  '/desk/bao-cao/[id]/van-ban': {
    gets: ({ report }) => ['', '?the-thuc=dang'].map((query) => `/desk/bao-cao/${report}/van-ban${query}`),
    posts: { so: () => ({ loai: 'report', so: '5', ngay: '1/10/2026' }) },
    namesReport: true,
  },
  '/desk/tai-khoan': {
    gets: () => ['/desk/tai-khoan'],
    posts: {
      'doi-mat-khau': () => ({ currentPassword: 'x', newPassword: 'y', newPasswordAgain: 'z' }),
      'chon-nhiem-vu': ({ duty }) => ({ duty }),
    },
  },
  '/desk/tai-khoan/lien-he': {
    gets: () => ['/desk/tai-khoan/lien-he', '/desk/tai-khoan/lien-he?da=xac-nhan'],
    posts: {
      'ghi-thu': () => ({ email: 'sai' }),
      'gui-lai': () => ({}),
      'xac-nhan': () => ({ code: '000000' }),
      'ghi-dien-thoai': () => ({ phone: '113' }),
      bo: () => ({ muc: 'work-email' }),
      xem: () => ({ muc: 'work-email' }),
      'gio-thu': () => ({ byMail: 'co' }),
    },
  },
  '/desk/thong-bao': {
    gets: () => ['/desk/thong-bao', '/desk/thong-bao?loc=tat-ca', '/desk/thong-bao?trang=99'],
    posts: { mo: ({ notice }) => ({ 'thong-bao': notice }), 'doc-het': () => ({ luc: '2099-01-01T00:00:00Z' }) },
  },
  '/desk/tai-khoan/xac-thuc': {
    gets: () => ['/desk/tai-khoan/xac-thuc'],
    posts: {
      'tao-ma': () => ({ currentPassword: '', code: '' }),
      'doi-dien-thoai': () => ({ currentPassword: '', code: '' }),
    },
  },
  '/desk/kham-pha': {
    gets: (of) => exploring('/desk/kham-pha', of),
    posts: {
      save: () => ({ name: 'Câu hỏi từ ngoài', address: '' }),
      rename: () => ({ id: newId(), name: 'Đổi từ ngoài' }),
      delete: () => ({ id: newId() }),
    },
  },
  '/desk/kham-pha/o': { gets: (of) => exploring('/desk/kham-pha/o', of) },
  '/desk/kham-pha/tai-ve.[kind]': {
    gets: (of) => [...exploring('/desk/kham-pha/tai-ve.csv', of), ...exploring('/desk/kham-pha/tai-ve.xlsx', of)],
    ownFile: true,
  },
  '/kham-pha': { gets: (of) => exploring('/kham-pha', of) },
  '/kham-pha/o': { gets: (of) => exploring('/kham-pha/o', of) },
  '/kham-pha/tai-ve.[kind]': {
    gets: (of) => [...exploring('/kham-pha/tai-ve.csv', of), ...exploring('/kham-pha/tai-ve.xlsx', of)],
    ownFile: true,
  },
  '/desk/bo-tieu-chi': { gets: () => ['/desk/bo-tieu-chi'] },
  '/desk/bo-tieu-chi/moi': {
    gets: () => ['/desk/bo-tieu-chi/moi', '/desk/bo-tieu-chi/moi?mau=mau-thu-nghiem'],
    posts: { luu: () => ({ ...setFields, sheet: newId() }), xem: () => setFields, tep: () => setFields },
  },
  '/desk/bo-tieu-chi/mau/[code]': { gets: () => ['/desk/bo-tieu-chi/mau/tt-01-2018'] },
  '/desk/bo-tieu-chi/[id]': { gets: () => [`/desk/bo-tieu-chi/${newId()}`] },
  '/desk/bo-tieu-chi/[id]/sua': {
    gets: () => [`/desk/bo-tieu-chi/${newId()}/sua`],
    posts: { luu: () => ({ ...setFields, revision: '1' }), xem: () => setFields, tep: () => setFields },
  },
  '/desk/bo-tieu-chi/[id]/tai-ve.csv': { gets: () => [`/desk/bo-tieu-chi/${newId()}/tai-ve.csv`] },
  '/desk/cham-diem': { gets: () => ['/desk/cham-diem'] },
  '/desk/cham-diem/moi': {
    gets: () => ['/desk/cham-diem/moi'],
    posts: { default: () => ({ to: newId(), title: 'Từ ngoài', year: '2026', set: newId(), subjectKind: 'unit' }) },
  },
  '/desk/cham-diem/[round]': {
    gets: () => [`/desk/cham-diem/${newId()}`],
    posts: {
      'phan-cong': ({ account }) => ({ nguoi: account, chon: newId() }),
      'bo-phan-cong': ({ account }) => ({ nguoi: account, chon: newId() }),
      chot: () => version,
      'mo-lai': () => version,
      'bien-ban': () => ({ ...version, minutes: 'Từ ngoài' }),
      'quyet-dinh': () => ({ ...version, document: '1-QĐ', on: '1/1/2026' }),
    },
  },
  '/desk/cham-diem/[round]/chon': {
    gets: () => [`/desk/cham-diem/${newId()}/chon`],
    posts: { chon: () => ({ chon: newId() }), 'tat-ca': () => ({}) },
  },
  '/desk/cham-diem/[round]/tai-ve.[kind]': {
    gets: () => ['csv', 'xlsx', 'pdf', 'docx'].map((kind) => `/desk/cham-diem/${newId()}/tai-ve.${kind}`),
  },
  '/desk/cham-diem/[round]/[subject]': {
    gets: ({ unit }) => [`/desk/cham-diem/${newId()}/${unit}`],
    posts: {
      'khong-du': () => ({ reason: 'Từ ngoài' }),
      'xet-lai': () => ({}),
      'dia-ban': () => ({ area: 'urban' }),
      ra: () => ({}),
    },
  },
  '/desk/cham-diem/[round]/[subject]/[part]': {
    gets: ({ unit }) =>
      ['tu-cham', 'tham-dinh', 'hoi-dong', 'cap-tren'].map((part) => `/desk/cham-diem/${newId()}/${unit}/${part}`),
    posts: { luu: () => ({ 'diem.c1': '1' }), nop: () => ({}), 'lay-lai': () => ({}) },
  },
  '/desk/nghia-vu': {
    gets: () => ['/desk/nghia-vu'],
    posts: { 'ket-thuc': () => ({ id: newId(), den: '31/12/2099', 'ly-do': 'Từ ngoài vào đây', version: '1' }) },
  },
  '/desk/nghia-vu/moi': {
    gets: () => ['/desk/nghia-vu/moi'],
    posts: { xem: () => owedRule, ghi: () => owedRule },
  },
  '/desk/nghia-vu/[period]': {
    gets: () => [workingQuarter.key, ...Object.values(periods).map(keyOf)].map((key) => `/desk/nghia-vu/${key}`),
    posts: {
      'gia-han': ({ unit }) => ({ 'don-vi': unit, den: '31/12/2099', 'ly-do': 'Từ ngoài vào đây' }),
      'rut-gia-han': () => ({ id: newId() }),
      mien: () => ({ mien: `${newId()} 1`, 'ly-do': 'Từ ngoài vào đây' }),
      'bo-mien': () => ({ id: newId(), version: '1' }),
    },
  },
  '/desk/tong-hop/[period]/chot': {
    gets: () => [workingQuarter.key, ...Object.values(periods).map(keyOf)].map((key) => `/desk/tong-hop/${key}/chot`),
    posts: {
      chot: ({ unit }) => ({ thieu: unit, 'ly-do': 'Từ ngoài vào đây', 'ghi-chu': '' }),
      'mo-lai': () => ({ 'ly-do': 'Từ ngoài vào đây' }),
    },
  },
  '/desk/bao-cao/[id]/mau-rieng': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/mau-rieng`, `/desk/bao-cao/${report}/mau-rieng?the-thuc=dang`],
    namesReport: true,
  },
  '/desk/bao-cao/[id]/mau-rieng/tep': {
    gets: ({ report }) => [`/desk/bao-cao/${report}/mau-rieng/tep?the-thuc=nha-nuoc`],
    posts: { POST: () => ({ tep: '' }) },
  },
  '/desk/so-van-ban-di': {
    gets: () => ['/desk/so-van-ban-di'],
    posts: {
      huy: () => ({ dong: newId(), 'ly-do': 'Gửi từ bên ngoài' }),
      'cach-lay-so': () => ({ 'the-thuc': 'nha-nuoc', cach: 'by-hand', ban: '0' }),
    },
  },
  '/desk/so-van-ban-di/tai-ve.[kind]': {
    gets: () => ['csv', 'xlsx'].map((kind) => `/desk/so-van-ban-di/tai-ve.${kind}`),
    ownFile: true,
  },
  ...sheetRoutes('/desk/phong-trao', sheetFields.campaign, ['sua', 'go']),
  ...sheetRoutes('/desk/cam-ket', sheetFields.pledge, ['sua', 'danh-gia', 'go']),
  ...sheetRoutes('/desk/hoi-thi', sheetFields.contest, ['sua', 'cham', 'chot', 'mo', 'go']),
  ...sheetRoutes('/desk/phan-viec', sheetFields.workItem, ['sua', 'go']),
  ...sheetRoutes('/desk/so-ket', sheetFields.review, ['sua', 'go']),
  ...sheetRoutes('/desk/van-ban-chi-dao', sheetFields.directive, ['sua', 'cong-khai', 'rut', 'go']),
  '/desk/van-ban-chi-dao/chung/[code]': { gets: () => ['/desk/van-ban-chi-dao/chung/25-nq-tw'] },
  '/desk/van-ban-chi-dao/[id]/tep': {
    gets: () => [`/desk/van-ban-chi-dao/${strangerSheet}/tep`],
    posts: { them: () => ({}), bo: () => ({ 'tai-lieu': newId() }) },
  },
  '/desk/van-ban-chi-dao/[id]/tep/[file]': {
    gets: () => [`/desk/van-ban-chi-dao/${strangerSheet}/tep/${newId()}`],
  },
  '/van-ban': { gets: () => ['/van-ban', '/van-ban?tim=dan+van'] },
  '/van-ban/[code]': { gets: () => ['/van-ban/25-nq-tw', `/van-ban/${strangerSheet}`] },
  '/van-ban/[code]/tep/[file]': { gets: () => [`/van-ban/${strangerSheet}/tep/${newId()}`] },
  '/thu-vien': { gets: () => ['/thu-vien', '/thu-vien?q=chim+lac', '/thu-vien?noi=song+xanh&xep=moi'] },
  '/thu-vien/[id]': { gets: ({ report }) => [`/thu-vien/${report}`] },
  '/thu-vien/[id]/anh/[photo]': { gets: ({ report, file }) => [`/thu-vien/${report}/anh/${file}`] },
  '/thu-vien/tai-ve.csv': { gets: () => ['/thu-vien/tai-ve.csv?q=chim+lac'] },
  '/thu-vien/tin-moi.xml': { gets: () => ['/thu-vien/tin-moi.xml'] },
  '/desk/mo-hinh/theo-doi': { gets: () => ['/desk/mo-hinh/theo-doi'] },
  '/desk/mo-hinh/theo-doi/[line]': {
    gets: ({ initiative }) => [`/desk/mo-hinh/theo-doi/${initiative}`],
    namesRecord: true,
  },
  '/desk/mo-hinh/lam-theo/[id]': {
    gets: ({ report }) => [`/desk/mo-hinh/lam-theo/${report}`],
    posts: {
      default: () => ({ sheet: newId(), name: 'Từ ngoài', holder: 'Từ ngoài', year: '2026', scope: 'commune' }),
    },
  },
  '/desk/mo-hinh/[id]/theo-doi': {
    gets: ({ initiative }) => [`/desk/mo-hinh/${initiative}/theo-doi`],
    namesRecord: true,
  },
  '/desk/mo-hinh/[id]/theo-doi/moi': {
    gets: ({ initiative }) => [`/desk/mo-hinh/${initiative}/theo-doi/moi?loai=note`],
    posts: { default: () => ({ to: newId(), onDay: '1/1/2026', text: 'Từ ngoài' }) },
    namesRecord: true,
  },
  '/desk/mo-hinh/[id]/theo-doi/[line]': {
    gets: ({ initiative }) => [`/desk/mo-hinh/${initiative}/theo-doi/${newId()}`],
    posts: {
      sua: () => ({ ban: '1', onDay: '1/1/2026', text: 'Từ ngoài' }),
      go: () => ({ ban: '1', reason: 'Từ ngoài' }),
    },
    namesRecord: true,
  },
  '/desk/mo-hinh/[id]/tai-lieu': {
    gets: ({ initiative }) => [`/desk/mo-hinh/${initiative}/tai-lieu`],
    posts: {
      them: () => ({ alt: 'Từ ngoài' }),
      sua: () => ({ file: newId(), alt: 'Từ ngoài' }),
      go: () => ({ file: newId() }),
    },
    namesRecord: true,
  },
  '/desk/mo-hinh/[id]/tai-lieu/[file]': {
    gets: ({ initiative }) => [`/desk/mo-hinh/${initiative}/tai-lieu/${newId()}`],
    namesRecord: true,
  },
  '/desk/mo-hinh/[id]/cong-bo': {
    gets: ({ initiative }) => [`/desk/mo-hinh/${initiative}/cong-bo`],
    posts: {
      luu: () => ({ ban: '0', summary: 'Từ ngoài' }),
      'cong-bo': () => ({ ban: '1' }),
      go: () => ({ notice: 'Từ ngoài' }),
    },
    namesRecord: true,
  },
  '/desk/doi-thoai': {
    gets: () => ['/desk/doi-thoai', `/desk/doi-thoai?don-vi=${unitCode}`, '/desk/doi-thoai?nam=2026&trang=2'],
  },
  '/desk/doi-thoai/moi': {
    gets: () => ['/desk/doi-thoai/moi'],
    // A sheet of their own: the number of another one's row is tried in dialogues.test.ts.
    posts: { default: () => ({ ...dialogueFields, to: newId() }) },
  },
  '/desk/doi-thoai/[id]': {
    gets: ({ dialogue }) => [`/desk/doi-thoai/${dialogue}`],
    posts: {
      sua: () => ({ ...dialogueFields, ...version }),
      go: () => ({ reason: 'gỡ từ ngoài', ...version }),
      buoc: () => ({ buoc: 'circulate', ...version }),
      'da-to-chuc': () => ({ heldOn: '20/5/2026', ...version }),
    },
    namesRecord: true,
  },
  '/desk/mo-hinh': {
    gets: ({ unit }) => ['/desk/mo-hinh', `/desk/mo-hinh?don-vi=${unit}`, '/desk/mo-hinh?nam=2026&tim=khoi'],
  },
  '/desk/mo-hinh/moi': {
    gets: () => ['/desk/mo-hinh/moi'],
    posts: { default: () => ({ ...initiativeFields, to: newId() }) },
  },
  '/desk/mo-hinh/tu-tep': {
    gets: () => ['/desk/mo-hinh/tu-tep'],
    posts: { xem: () => ({ danhSach: initiativeList }), ghi: () => ({ danhSach: initiativeList }) },
  },
  '/desk/mo-hinh/mau.[kind]': { gets: () => ['/desk/mo-hinh/mau.csv', '/desk/mo-hinh/mau.xlsx'], ownFile: true },
  '/desk/mo-hinh/tai-ve.[kind]': {
    gets: ({ unit }) => [`/desk/mo-hinh/tai-ve.csv?don-vi=${unit}`, '/desk/mo-hinh/tai-ve.xlsx?nam=2026'],
    ownFile: true,
  },
  '/desk/mo-hinh/duyet': {
    gets: () => ['/desk/mo-hinh/duyet', '/desk/mo-hinh/duyet?cap=commune&nam=2026'],
    posts: {
      xem: ({ initiative }) => ({ move: 'approve', chon: `${initiative}.2026.1` }),
      lam: ({ initiative }) => ({ move: 'approve', chon: `${initiative}.2026.1` }),
      'hoan-tac': () => ({ list: newId() }),
      dot: () => ({ year: '2027', scope: 'commune', from: '1/1/2027', to: '2/1/2027' }),
    },
  },
  '/desk/mo-hinh/[id]': {
    gets: ({ initiative }) => [`/desk/mo-hinh/${initiative}`, `/desk/mo-hinh/${initiative}?nam=2026`],
    posts: {
      buoc: () => ({ move: 'register', year: '2026', ...version }),
      'hoan-tac': () => ({ year: '2026', ...version }),
      'duy-tri': () => ({ year: '2027', scope: 'commune' }),
      'hieu-qua': () => ({ year: '2026', on: '1/8/2026', ...version }),
      nhan: () => ({}),
      'mo-ten': () => ({}),
    },
    namesRecord: true,
  },
  '/desk/mo-hinh/[id]/phieu': {
    gets: ({ initiative }) => [`/desk/mo-hinh/${initiative}/phieu`, `/desk/mo-hinh/${initiative}/phieu?trang=muc-tieu`],
    posts: {
      luu: () => ({ goals: 'từ ngoài', ...version }),
      'dang-ky': () => ({ year: '2026', yearVersion: '1' }),
      bo: () => ({ ...version }),
    },
    namesRecord: true,
  },
  '/desk/kiem-tra': {
    gets: () => ['/desk/kiem-tra', `/desk/kiem-tra?don-vi=${unitCode}`, '/desk/kiem-tra?phia=den&nam=2026&trang=2'],
  },
  '/desk/kiem-tra/tai-ve.[kind]': {
    gets: () => ['/desk/kiem-tra/tai-ve.csv', `/desk/kiem-tra/tai-ve.xlsx?don-vi=${unitCode}`],
    ownFile: true,
  },
  '/desk/kiem-tra/moi': {
    gets: () => ['/desk/kiem-tra/moi'],
    posts: { default: () => ({ ...visitFields, to: newId() }) },
  },
  '/desk/kiem-tra/ke-hoach': {
    gets: () => ['/desk/kiem-tra/ke-hoach', `/desk/kiem-tra/ke-hoach?don-vi=${unitCode}&nam=2026`],
    posts: {
      them: () => ({ ...planFields, to: newId(), nam: '2026' }),
      sua: ({ activities }) => ({ ...planFields, dong: activities.plan, ...version }),
      go: ({ activities }) => ({ reason: 'gỡ từ ngoài', dong: activities.plan, ...version }),
    },
  },
  '/desk/kiem-tra/chu-de': {
    gets: () => ['/desk/kiem-tra/chu-de'],
    posts: { them: () => ({ name: 'Từ ngoài' }), dung: () => ({ chuDe: newId(), dung: 'khong', ...version }) },
  },
  '/desk/kiem-tra/[id]': {
    gets: ({ activities }) => [`/desk/kiem-tra/${activities.visit}`],
    posts: {
      sua: () => ({ ...visitFields, ban: '2' }),
      go: () => ({ reason: 'gỡ từ ngoài', ban: '2' }),
      viec: () => ({ said: 'Từ ngoài', severity: 'light', owner: '0', to: newId() }),
      'mo-hinh': ({ activities }) => ({ initiative: activities.initiative, seenOn: '12/6/2026', ban: '2' }),
      'bo-mo-hinh': ({ activities }) => ({ initiative: activities.initiative, ban: '2' }),
    },
    namesRecord: true,
  },
  '/desk/kiem-tra/[id]/tai-lieu': {
    gets: ({ activities }) => [`/desk/kiem-tra/${activities.visit}/tai-lieu`],
    posts: { them: () => ({ 'ghi-chu': 'từ ngoài' }), go: () => ({ 'tai-lieu': newId() }) },
    namesRecord: true,
  },
  '/desk/kiem-tra/[id]/tai-lieu/[file]': {
    gets: ({ activities }) => [`/desk/kiem-tra/${activities.visit}/tai-lieu/${newId()}`],
  },
  '/desk/ket-luan': { gets: () => ['/desk/ket-luan', '/desk/ket-luan?phia=neu&loc=late'] },
  '/desk/ket-luan/[id]': {
    gets: ({ activities }) => [`/desk/ket-luan/${activities.finding}`],
    posts: {
      buoc: () => ({ move: 'close', said: 'đóng từ ngoài', ...version }),
      sua: () => ({ said: 'sửa từ ngoài', severity: 'light', ...version }),
    },
    namesRecord: true,
  },
  '/desk/ket-luan/[id]/tai-lieu': {
    gets: ({ activities }) => [`/desk/ket-luan/${activities.finding}/tai-lieu`],
    posts: { them: () => ({ 'ghi-chu': 'từ ngoài' }), go: () => ({ 'tai-lieu': newId() }) },
    namesRecord: true,
  },
  '/desk/ket-luan/[id]/tai-lieu/[file]': {
    gets: ({ activities }) => [`/desk/ket-luan/${activities.finding}/tai-lieu/${newId()}`],
  },
  '/desk/hoi-nghi': {
    gets: () => ['/desk/hoi-nghi', `/desk/hoi-nghi?don-vi=${unitCode}`, '/desk/hoi-nghi?loai=voters&nam=2026'],
  },
  '/desk/hoi-nghi/tai-ve.[kind]': {
    gets: () => ['/desk/hoi-nghi/tai-ve.csv', `/desk/hoi-nghi/tai-ve.xlsx?don-vi=${unitCode}`],
    ownFile: true,
  },
  '/desk/hoi-nghi/moi': {
    gets: () => ['/desk/hoi-nghi/moi', '/desk/hoi-nghi/moi?loai=support'],
    posts: { default: () => ({ ...meetingFields, to: newId() }) },
  },
  '/desk/hoi-nghi/viec': {
    gets: () => ['/desk/hoi-nghi/viec', '/desk/hoi-nghi/viec?loc=tat-ca'],
    posts: { xong: ({ activities }) => ({ viec: activities.task, result: 'từ ngoài', ...version }) },
  },
  '/desk/hoi-nghi/[id]': {
    gets: ({ activities }) => [`/desk/hoi-nghi/${activities.meeting}`],
    posts: {
      sua: () => ({ ...meetingFields, ...version }),
      go: () => ({ reason: 'gỡ từ ngoài', ...version }),
      viec: () => ({ owner: 'Từ ngoài', content: 'Từ ngoài', dueOn: '1/9/2026', to: newId() }),
      xong: ({ activities }) => ({ viec: activities.task, result: 'từ ngoài', ...version }),
      'mo-lai': ({ activities }) => ({ viec: activities.task, ...version }),
      'go-viec': ({ activities }) => ({ viec: activities.task, reason: 'từ ngoài', ...version }),
    },
    namesRecord: true,
  },
  '/desk/hoi-nghi/[id]/tai-lieu': {
    gets: ({ activities }) => [`/desk/hoi-nghi/${activities.meeting}/tai-lieu`],
    posts: { them: () => ({ 'ghi-chu': 'từ ngoài' }), go: () => ({ 'tai-lieu': newId() }) },
    namesRecord: true,
  },
  '/desk/hoi-nghi/[id]/tai-lieu/[file]': {
    gets: ({ activities }) => [`/desk/hoi-nghi/${activities.meeting}/tai-lieu/${newId()}`],
  },
  '/desk/doi-thoai/len-lich': {
    gets: () => ['/desk/doi-thoai/len-lich'],
    posts: { default: () => ({ ...dialogueFields, heldOn: '1/1/2099', to: newId() }) },
  },
  '/desk/doi-thoai/[id]/lich': {
    gets: ({ dialogue }) => [`/desk/doi-thoai/${dialogue}/lich`],
    posts: { default: () => ({ ...dialogueFields, heldOn: '1/1/2099', ...version }) },
    namesRecord: true,
  },
  '/desk/doi-thoai/[id]/cau-hoi': {
    gets: ({ dialogue }) => [`/desk/doi-thoai/${dialogue}/cau-hoi`],
    posts: {
      ghi: () => ({ source: 'hall', questions: 'Hỏi từ ngoài', ...version }),
      nhan: () => ({ cau: newId(), ...version }),
      'de-ra': () => ({ cau: newId(), reason: 'từ ngoài', ...version }),
      gop: () => ({ vao: newId(), cau: newId() }),
      tach: () => ({ cau: newId(), ...version }),
    },
    namesRecord: true,
  },
  '/desk/doi-thoai/[id]/tra-loi/[question]': {
    gets: ({ dialogue }) => [`/desk/doi-thoai/${dialogue}/tra-loi/${newId()}`],
    posts: { default: () => ({ kind: 'answered', answer: 'Trả lời từ ngoài', ban: '0' }) },
    namesRecord: true,
  },
  '/desk/doi-thoai/[id]/bien-ban': {
    gets: ({ dialogue }) => [`/desk/doi-thoai/${dialogue}/bien-ban`],
    posts: { default: () => ({ chairedBy: 'Từ ngoài', invited: '', conclusion: '', ...version }) },
    namesRecord: true,
  },
  '/desk/doi-thoai/[id]/bien-ban/tai-ve.[kind]': {
    gets: ({ dialogue }) => [`/desk/doi-thoai/${dialogue}/bien-ban/tai-ve.docx`],
    namesRecord: true,
  },
  '/desk/cam-ket-doi-thoai': {
    gets: () => ['/desk/cam-ket-doi-thoai', `/desk/cam-ket-doi-thoai?don-vi=${unitCode}&loc=tat-ca`],
  },
  '/desk/cam-ket-doi-thoai/[id]': {
    gets: ({ commitment }) => [`/desk/cam-ket-doi-thoai/${commitment}`],
    posts: {
      'gia-han': () => ({ words: 'từ ngoài', dueOn: '1/1/2099', ...version }),
      'ket-qua': () => ({ words: 'từ ngoài', ...version }),
      khep: () => ({ asker: 'satisfied', ...version }),
      'mo-lai': () => ({ words: 'từ ngoài', dueOn: '1/1/2099', owner: 'Ai đó', ...version }),
      kem: () => ({ 'ghi-chu': 'từ ngoài' }),
      'go-tep': () => ({ tep: newId() }),
    },
    namesRecord: true,
  },
  '/desk/cam-ket-doi-thoai/[id]/minh-chung/[file]': {
    gets: ({ commitment }) => [`/desk/cam-ket-doi-thoai/${commitment}/minh-chung/${newId()}`],
    namesRecord: true,
  },
  '/doi-thoai': { gets: () => ['/doi-thoai', `/doi-thoai?don-vi=${unitCode}`] },
  '/doi-thoai/[id]': { gets: ({ dialogue }) => [`/doi-thoai/${dialogue}`], namesRecord: true },
  '/doi-thoai/[id]/hoi': {
    gets: ({ dialogue }) => [`/doi-thoai/${dialogue}/hoi`],
    posts: {
      gui: () => ({ question: 'Hỏi từ ngoài, một câu dài', to: newId() }),
      'tra-cuu': () => ({ ma: 'ABCDE-23456' }),
    },
    namesRecord: true,
  },
  '/desk/khen-thuong': { gets: () => ['/desk/khen-thuong', '/desk/khen-thuong?trang-thai=decided'] },
  '/desk/khen-thuong/moi': {
    gets: () => ['/desk/khen-thuong/moi', '/desk/khen-thuong/moi?tim=chim+lac&nam=2026'],
    posts: { default: () => ({ ...awardFields, to: newId() }) },
  },
  '/desk/khen-thuong/[id]': {
    gets: ({ award }) => [`/desk/khen-thuong/${award}`],
    posts: {
      sua: () => ({ ...awardFields, ...version }),
      buoc: () => ({ move: 'revoke', reason: 'thu hồi từ ngoài', ...version }),
      phieu: () => ({
        members: '3',
        present: '3',
        votesFor: '3',
        votesAgainst: '0',
        abstentions: '0',
        on: '20/5/2026',
      }),
      'quyet-dinh': () => ({ number: '1/QĐ', on: '20/5/2026', ...version }),
      luat: () => ({ reason: 'từ ngoài', ...version }),
      ten: () => ({}),
      them: () => ({ 'ghi-chu': 'từ ngoài' }),
      go: ({ evidence }) => ({ 'tai-lieu': evidence }),
    },
    namesRecord: true,
  },
  '/desk/khen-thuong/[id]/tai-lieu/[file]': {
    gets: ({ award, evidence }) => [`/desk/khen-thuong/${award}/tai-lieu/${evidence}`],
    namesRecord: true,
  },
  '/desk/khen-thuong/so': { gets: () => [`/desk/khen-thuong/so?nam=2026&don-vi=${unitCode}`] },
  '/desk/khen-thuong/so/tai-ve.[kind]': {
    gets: () =>
      ['csv', 'xlsx'].flatMap((kind) => [
        `/desk/khen-thuong/so/tai-ve.${kind}?nam=2026&don-vi=${unitCode}`,
        `/desk/khen-thuong/so/tai-ve.${kind}?nam=2026&ten=co`,
      ]),
    ownFile: true,
  },
  '/desk/khen-thuong/in': { gets: () => ['/desk/khen-thuong/in?nam=2026'] },
  '/desk/khen-thuong/in/giay.pdf': {
    gets: () => ['/desk/khen-thuong/in/giay.pdf'],
    posts: { POST: ({ award }) => ({ chon: award, ban: 'thu', nam: '2026' }) },
  },
  '/desk/khen-thuong/le-trao': {
    gets: () => ['/desk/khen-thuong/le-trao'],
    posts: { default: () => ({ day: '20/5/2026', name: 'Lễ từ ngoài', to: newId() }) },
  },
  '/desk/khen-thuong/le-trao/[id]': {
    gets: ({ ceremony }) => [`/desk/khen-thuong/le-trao/${ceremony}`],
    posts: {
      chon: ({ award }) => ({ chon: award, ...version }),
      go: () => ({ reason: 'từ ngoài', ...version }),
    },
    namesRecord: true,
  },
  '/desk/khen-thuong/quy-dinh': {
    gets: () => ['/desk/khen-thuong/quy-dinh'],
    posts: { default: () => ({ rule: 'medal-years', value: '15', source: 'Từ ngoài' }) },
  },
  '/desk/bieu-duong': {
    gets: () => ['/desk/bieu-duong'],
    posts: {
      ghi: () => ({
        ...{ day: '20/5/2026', recipientKind: 'collective', recipient: 'Từ ngoài', what: 'Việc', to: newId() },
      }),
      go: ({ praise }) => ({ ma: praise, reason: 'từ ngoài', ...version }),
    },
  },
  '/desk/cong-thuc': { gets: () => ['/desk/cong-thuc'] },
  '/desk/cong-thuc/moi': {
    gets: () => ['/desk/cong-thuc/moi'],
    posts: { xem: () => formulaFields, lap: () => formulaFields },
  },
  '/desk/cong-thuc/[code]': {
    gets: () => ['/desk/cong-thuc/CT01'],
    posts: {
      xem: () => formulaFields,
      sua: () => ({ ...formulaFields, ban: '1' }),
      ngung: () => ({ day: '1/1/2027', reason: 'ngừng từ ngoài', ban: '1' }),
    },
  },
  '/desk/kiem-tra-so-lieu': { gets: () => ['/desk/kiem-tra-so-lieu'] },
  '/desk/kiem-tra-so-lieu/moi': {
    gets: () => ['/desk/kiem-tra-so-lieu/moi', '/desk/kiem-tra-so-lieu/moi?loai=ratio-bounds'],
    posts: { thu: () => ruleFields, lap: () => ruleFields },
  },
  '/desk/kiem-tra-so-lieu/[key]': {
    gets: () => ['/desk/kiem-tra-so-lieu/Q08-E01', '/desk/kiem-tra-so-lieu/Q08-E01?xem=nam-qua'],
    posts: {
      thu: () => ruleFields,
      luu: () => ({ ...ruleFields, ban: '0' }),
      've-mac-dinh': () => ({ back: 'từ ngoài', ban: '1' }),
    },
  },
  '/desk/chi-tieu': {
    gets: () => ['/desk/chi-tieu', '/desk/chi-tieu?nam=2026&tinh=dang-nhap', '/desk/chi-tieu?chi-tieu=F01&trang=9'],
  },
  '/desk/chi-tieu/moi': {
    gets: () => ['/desk/chi-tieu/moi'],
    posts: { default: ({ unit }) => ({ unit, cell: 'F01', period: '2026', amount: '5', to: newId() }) },
  },
  '/desk/chi-tieu/[id]': {
    gets: () => [`/desk/chi-tieu/${newId()}`],
    posts: {
      sua: () => ({ amount: '5', reason: 'từ ngoài', ban: '1' }),
      rut: () => ({ reason: 'từ ngoài', ban: '1' }),
    },
  },
  '/desk/chi-tieu/nhieu-xa': {
    gets: () => ['/desk/chi-tieu/nhieu-xa', '/desk/chi-tieu/nhieu-xa?chi-tieu=F01&ky=2026'],
    posts: { xem: () => ({ aim: '' }), dat: () => ({ aim: '' }) },
  },
  '/desk/chi-tieu/tu-tep': {
    gets: () => ['/desk/chi-tieu/tu-tep'],
    posts: { xem: () => ({ danhSach: targetFile }), dat: () => ({ danhSach: targetFile }) },
  },
  '/desk/chi-tieu/mau.csv': { gets: () => ['/desk/chi-tieu/mau.csv'] },
  '/desk/chi-tieu/tai-ve.csv': { gets: () => ['/desk/chi-tieu/tai-ve.csv?nam=2026&tinh=dang-nhap'] },
  '/admin/quy-mo': { gets: () => ['/admin/quy-mo'] },
  '/admin/quy-mo/[code]': {
    gets: () => [`/admin/quy-mo/${unitCode}`],
    posts: {
      ghi: () => ({ people: '5', on: '1/1/2026', source: 'x', certainty: 'estimate', to: newId() }),
      rut: () => ({ id: newId(), reason: 'từ ngoài' }),
    },
  },
  '/admin/quy-mo/tu-tep': {
    gets: () => ['/admin/quy-mo/tu-tep'],
    posts: {
      xem: () => ({ danhSach: sizeFile, source: 'x', certainty: 'estimate' }),
      ghi: () => ({ danhSach: sizeFile, source: 'x', certainty: 'estimate' }),
    },
  },
  '/admin/quy-mo/mau.csv': { gets: () => ['/admin/quy-mo/mau.csv'] },
  '/admin/quy-mo/tai-ve.csv': { gets: () => ['/admin/quy-mo/tai-ve.csv'] },
  '/desk/thon-to': {
    gets: () => ['/desk/thon-to', `/desk/thon-to?don-vi=${unitCode}`, '/desk/thon-to?ngay=1/1/2024&tim=doi&trang=2'],
  },
  '/desk/thon-to/moi': {
    gets: () => ['/desk/thon-to/moi'],
    posts: { default: () => ({ ...hamletFields, to: newId() }) },
  },
  '/desk/thon-to/them-tu-tep': {
    gets: () => ['/desk/thon-to/them-tu-tep'],
    posts: { xem: () => ({ danhSach: hamletList }), ghi: () => ({ danhSach: hamletList }) },
  },
  '/desk/thon-to/mau.csv': { gets: () => ['/desk/thon-to/mau.csv'] },
  '/desk/thon-to/tai-ve.csv': { gets: () => [`/desk/thon-to/tai-ve.csv?don-vi=${unitCode}`] },
  '/desk/thon-to/[id]': {
    gets: ({ hamlet }) => [`/desk/thon-to/${hamlet}`],
    posts: {
      doi: () => ({ ...hamletFields, ...version }),
      'giai-the': () => ({ ...hamletFields, ...version }),
      'sap-nhap': () => ({ ...hamletFields, ...version, cung: newId() }),
      chia: () => ({ ...hamletFields, ...version, parts: 'Thôn Một\nThôn Hai' }),
      'so-ho': () => ({ ...version, countedOn: '1/6/2026', households: '12', source: 'ghi từ ngoài' }),
      sua: () => ({ ...hamletFields, ...version, reason: 'sửa từ ngoài' }),
      go: () => ({ ...version, reason: 'gỡ từ ngoài' }),
      giao: () => ({ ...hamletFields, ...version, unit: newId() }),
    },
  },
  '/desk/to-chuc': {
    gets: () => ['/desk/to-chuc', `/desk/to-chuc?don-vi=${unitCode}`, '/desk/to-chuc?ngay=30/6/2025&viec=mobilisation'],
  },
  '/desk/to-chuc/moi': {
    gets: () => ['/desk/to-chuc/moi', `/desk/to-chuc/moi?don-vi=${unitCode}`],
    posts: { default: ({ unit }) => ({ ...bodyFields, to: newId(), unit }) },
  },
  '/desk/to-chuc/[id]': {
    gets: ({ body }) => [`/desk/to-chuc/${body}`],
    posts: {
      'doi-ten': () => ({ ...bodyFields, ...version }),
      'doi-viec': () => ({ ...bodyFields, ...version }),
      'hop-nhat': () => ({ ...bodyFields, ...version, to: newId() }),
      'ban-giao': () => ({ ...bodyFields, ...version, to: newId() }),
      'ket-thuc': () => ({ ...bodyFields, ...version }),
      sua: () => ({ ...bodyFields, ...version, reason: 'sửa từ ngoài' }),
      go: () => ({ ...version, reason: 'gỡ từ ngoài' }),
    },
  },
  '/admin/cay-don-vi': {
    gets: () => ['/admin/cay-don-vi', '/admin/cay-don-vi?cay=mat-tran&ngay=1/1/2024'],
    posts: {
      dat: ({ unit }) => ({ to: newId(), member: unit, parent: newId(), tree: 'party', from: '1/7/2025', act: '1-QĐ' }),
      thoi: () => ({ dong: newId(), until: '1/1/2026' }),
      go: () => ({ dong: newId(), reason: 'gỡ từ ngoài' }),
    },
  },
  '/admin/cay-don-vi/tai-ve.csv': { gets: () => ['/admin/cay-don-vi/tai-ve.csv'] },
  '/admin/tu-phong-trao': {
    gets: () => ['/admin/tu-phong-trao'],
    posts: {
      them: () => ({ list: 'theme', label: 'Từ ngoài', source: 'x', from: '1/1/2026' }),
      doi: () => ({ list: 'field', code: 'economy', label: 'Từ ngoài', source: 'x', from: '1/1/2026' }),
      thoi: () => ({ list: 'field', code: 'economy', source: 'x', from: '1/1/2026' }),
      'cong-nhan': () => ({ commune: 'province', province: 'leader', source: 'x' }),
    },
  },
  '/admin/danh-muc': {
    gets: () => ['/admin/danh-muc'],
    posts: {
      them: () => ({ list: 'body-kind', label: 'Từ ngoài', source: 'không rõ' }),
      thoi: () => ({ list: 'body-kind', code: 'own-x' }),
      mau: () => ({ ...bodyFields, level: 'commune', function: 'mobilisation' }),
      'go-mau': () => ({ dong: newId(), reason: 'gỡ từ ngoài' }),
    },
  },
  '/desk/tom-tat': {
    gets: ({ period }) => ['/desk/tom-tat', `/desk/tom-tat?ky=${keyOf(period)}`],
  },
  '/desk/tom-tat/tai-ve.[kind]': {
    gets: ({ period }) => ['pdf', 'docx'].map((kind) => `/desk/tom-tat/tai-ve.${kind}?ky=${keyOf(period)}`),
    ownFile: true,
  },
  '/desk/tom-tat/chon': {
    gets: () => ['/desk/tom-tat/chon'],
    posts: {
      them: () => ({ so: 'K04' }),
      len: () => ({ so: 'F09' }),
      xuong: () => ({ so: 'F09' }),
      bo: () => ({ so: 'K04' }),
      'mac-dinh': () => ({}),
    },
  },
  '/desk/tong-hop': { gets: () => ['/desk/tong-hop'] },
  '/desk/tong-hop/chon': {
    gets: () => ['/desk/tong-hop/chon?ky=2026-q1', '/desk/tong-hop/chon?go=9T+2025', '/desk/tong-hop/chon?go=hom+qua'],
  },
  '/desk/tong-hop/[period]': {
    gets: () =>
      [workingQuarter.key, ...Object.values(periods).map(keyOf)].map((key) => `/desk/tong-hop/${key}?loc=tat-ca`),
    posts: { 'lap-bao-cao': () => ({}) },
  },
  '/desk/tong-hop/[period]/tai-ve.[kind]': {
    gets: () =>
      [workingQuarter.key, ...Object.values(periods).map(keyOf)].map((key) => `/desk/tong-hop/${key}/tai-ve.xlsx`),
    ownFile: true,
  },
  '/desk/tong-hop/[period]/ban-do': {
    gets: () =>
      [workingQuarter.key, ...Object.values(periods).map(keyOf)].flatMap((key) => [
        `/desk/tong-hop/${key}/ban-do?chi-tieu=F01`,
        `/desk/tong-hop/${key}/ban-do?ban-do=2025-06-30`,
      ]),
  },
  '/desk/tong-hop/[period]/huyen/[unit]': {
    gets: () => [`/desk/tong-hop/${workingQuarter.key}/huyen/${newId<'Unit'>()}`],
  },
  '/desk/tien-do': {
    gets: () =>
      [workingQuarter.key, ...Object.values(periods).map(keyOf)].flatMap((key) => [
        `/desk/tien-do?ky=${key}`,
        `/desk/tien-do?ky=${key}&loc=qua-han&tim=xa&xep=ten&trang=2`,
      ]),
  },
  '/desk/tien-do/tai-ve.[kind]': {
    gets: () => ['csv', 'xlsx'].map((kind) => `/desk/tien-do/tai-ve.${kind}?ky=${workingQuarter.key}`),
    ownFile: true,
  },
  '/desk/tien-do/nhac': {
    gets: () => [
      `/desk/tien-do/nhac?ky=${workingQuarter.key}`,
      `/desk/tien-do/nhac?ky=${workingQuarter.key}&u=${unitCode}`,
    ],
    posts: { default: () => ({ u: newId<'Unit'>(), loi: 'Mong nộp sớm.' }) },
  },
  '/desk/tien-do/nhan': {
    gets: () => [`/desk/tien-do/nhan?ky=${workingQuarter.key}`],
    posts: { nhan: () => ({ r: `${newId<'Report'>()}:1` }), 'hoan-tac': () => ({ r: newId<'Report'>() }) },
  },
  '/desk/tien-do/lich-nhac': {
    gets: () => ['/desk/tien-do/lich-nhac'],
    posts: { default: () => ({ 'ngay-0': '2', 'ben-0': 'sau', ban: '0' }) },
  },
  // Last, because afterwards nobody is signed in.
  '/dang-xuat': { gets: () => [], posts: { POST: () => ({}) } },
}

/** Four ranges that nobody else reports, so that no sum of the province has these figures in it. */
const periods: Record<Kind, Period> = {
  draft: range('2026-01-05', '2026-01-25'),
  submitted: range('2026-02-05', '2026-02-25'),
  returned: range('2026-03-05', '2026-03-25'),
  accepted: range('2026-04-05', '2026-04-25'),
}

function range(from: string, to: string): Period {
  const period = rangeOf(localDate(from), localDate(to))
  if (!period) throw new Error(`${from} to ${to} is not a period`)
  return period
}

function keyOf(period: Period): string {
  return `${period.from}_${period.to}`
}

beforeAll(async () => {
  const access = openAccess({ db: database.db, url: database.url, secret: testSecret })
  await openOthers(access)
  world = { access, ...(await makeReports(access)) }
  return () => access.identity.close()
}, 240_000)

test('every route, form action and endpoint of the application is in the table of this test', () => {
  const routes = allRoutes()
  expect(routes.length).toBeGreaterThan(15)
  const stated = (exit: Exit | undefined): string[] => Object.keys(exit?.posts ?? {}).sort()
  for (const { path, kind, actions, methods } of routes) {
    expect.soft(exits[path], `${path} is new: say in this table how a stranger would ask it`).toBeDefined()
    const wanted = kind === 'page' ? actions : methods.filter((method) => method !== 'GET')
    expect.soft(stated(exits[path]), `form actions of ${path}`).toEqual([...wanted].sort())
  }
  expect(Object.keys(exits).filter((path) => !routes.some((route) => route.path === path))).toEqual([])
})

test('the report is there for its own officer, so that what follows looks for something that exists', async () => {
  const own = await signInVisitor(server, 'xa.songxanh')
  for (const kind of kinds) {
    const page = await own.get(`/desk/bao-cao/${world.reports[kind]}?o=D03`)
    expect(page.status).toBe(200)
    expect(page.text, kind).toContain('chim lạc bay về')
    expect(page.text, kind).toMatch(/918\.?273/)
    const found = await own.get(`/desk/bao-cao/${world.reports[kind]}/__data.json`)
    expect(found.text, kind).toContain('chim lạc bay về')
    const file = await own.get(`/desk/bao-cao/${world.reports[kind]}/tai-lieu/${world.files[kind]}`)
    expect([file.status, file.text], kind).toEqual([200, marked('tài liệu')])
  }
  for (const address of ['/desk/doi-thoai', `/desk/doi-thoai/${world.dialogue}`])
    expect((await own.get(address)).text, address).toContain(marked('cuộc đối thoại'))
})

const strangers = [
  'nobody',
  'xa.nuivang',
  'lanhdao.nuivang',
  'xa.khac',
  'lanhdao.khac',
  'tinh.khac',
  'lanhdao.tinhkhac',
  'quantri.khac',
  'quantri.vidu',
] as const

describe.each(strangers)('%s', (stranger) => {
  let visitor: Visitor
  // All four reports stand there from the first question on: what names none of them answers the same each time.
  const asked = new Set<string>()
  const isNew = (...question: unknown[]): boolean => asked.size < asked.add(JSON.stringify(question)).size
  beforeAll(async () => {
    visitor = stranger === 'nobody' ? new Visitor(server) : await signInVisitor(server, stranger)
  }, 240_000)

  test('is who this test believes', async () => {
    const page = await visitor.get('/desk/tai-khoan')
    if (stranger === 'nobody') expect(page.headers.location).toMatch(/^\/dang-nhap/)
    else expect(page.text).toContain(stranger)
  })

  test.each(kinds)('sees nothing of a report that is %s, at any address', async (kind) => {
    // A page and its facts alone come from one load: for a leader beside the officer of the same unit, the page stands for both.
    const facts = stranger.startsWith('lanhdao') ? (address: string) => [address] : withItsData
    for (const [route, exit] of Object.entries(exits)) {
      for (const address of exit.gets(targetOf(kind)).flatMap(facts)) {
        if (!isNew('GET', address)) continue
        const answer = await visitor.get(address)
        if (exit.ownFile) await expectNothingInFile(answer, `${stranger} GET ${address}`)
        else expectNothing(answer, `${stranger} GET ${address}`)
        const isHidden = exit.namesReport || exit.namesRecord || (exit.namesMeant && stranger !== 'quantri.vidu')
        if (isHidden) expectHidden(answer, `${stranger} GET ${address} (${route})`)
      }
    }
  })

  test.each(kinds)('changes nothing of a report that is %s, by any form', async (kind) => {
    const before = await everythingOfSongXanh()
    for (const [route, exit] of Object.entries(exits)) {
      for (const [action, fields] of Object.entries(exit.posts ?? {})) {
        // An administrator's right over the accounts of their own province is tested with the accounts.
        if (route.startsWith('/admin') && stranger === 'quantri.vidu') continue
        // Signing out is for the end: the rest is asked signed in.
        if (route === '/dang-xuat' && kind !== 'accepted') continue
        for (const address of formAddresses(route, action, exit, targetOf(kind))) {
          const sent = fields(targetOf(kind))
          if (!isNew('POST', address, sent)) continue
          const answer = await visitor.post(address, sent)
          expectNothing(answer, `${stranger} POST ${address}`)
          if (
            exit.namesReport ||
            exit.namesRecord ||
            exit.namesMeant ||
            'account' in sent ||
            'duty' in sent ||
            'thong-bao' in sent
          )
            expectHidden(answer, `${stranger} POST ${address}`)
        }
      }
    }
    expect(await everythingOfSongXanh()).toEqual(before)
  })
})

describe.each(['tinh.vidu', 'lanhdao.vidu'])('%s, who reviews', (reviewer) => {
  let visitor: Visitor
  beforeAll(async () => {
    visitor = await signInVisitor(server, reviewer)
  }, 240_000)

  test('does not see what a commune is still typing', async () => {
    const target = targetOf('draft')
    for (const [route, exit] of Object.entries(exits).filter(([, one]) => one.namesReport)) {
      for (const address of exit.gets(target).flatMap(withItsData))
        expectNothing(await visitor.get(address), `${reviewer} GET ${address} (${route})`)
    }
  })

  test('sees of a returned report what was handed in, not what has been typed since', async () => {
    const pages = ['/desk/bao-cao/[id]', '/desk/bao-cao/[id]/o/[cell]']
    const addresses = [
      ...pages.flatMap((path) => exits[path]?.gets(targetOf('returned')) ?? []),
      `/desk/bao-cao/${world.reports.returned}/o/E01`,
    ].flatMap(withItsData)
    for (const address of addresses) {
      const answer = await visitor.get(address)
      expect(answer.status, address).toBe(200)
      for (const later of typedLater) expect(answer.text, `${reviewer} GET ${address}`).not.toContain(later)
    }
  })

  test('types in no cell and explains nothing for a commune', async () => {
    const before = await everythingOfSongXanh()
    for (const kind of kinds) {
      const at = `/desk/bao-cao/${world.reports[kind]}`
      const answers = [
        await visitor.post(`${at}?/luu`, cellFields),
        await visitor.post(`${at}?/luu`, { [`tra-loi.${world.question}`]: 'trả lời thay xã' }),
        await visitor.post(`${at}?/hoan-tac`, { buoc: '' }),
        await visitor.post(`${at}?/lam-lai`, { buoc: '' }),
        await visitor.post(`${at}?/rut`, version),
        await visitor.post(`${at}/kiem-tra?/giai-thich`, {
          cho: 'Q02:F01',
          'loi.Q02:F01': 'Lời giải thích thay cho xã, đủ dài.',
        }),
        await visitor.post(`${at}/kiem-tra?/nop`, {}),
        await visitor.post(`/desk/doi-thoai/${world.dialogue}?/sua`, { ...dialogueFields, ...version }),
        await visitor.post(`/desk/doi-thoai/${world.dialogue}?/go`, { reason: 'gỡ thay xã', ...version }),
      ]
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404))
    }
    expect(await everythingOfSongXanh()).toEqual(before)
  })
})

describe('kiemsoat.vidu, who audits', () => {
  let visitor: Visitor
  beforeAll(async () => {
    visitor = await signInVisitor(server, 'kiemsoat.vidu')
  }, 240_000)

  test.each(kinds.filter((kind) => kind !== 'draft'))(
    'reads what was handed in of a report that is %s',
    async (kind) => {
      const page = await visitor.get(`/desk/bao-cao/${world.reports[kind]}`)
      expect([page.status, /name="move"|\?\/(luu|nhan|rut|tra-lai|cong-bo)/.test(page.text)]).toEqual([200, false])
      for (const later of typedLater) expect(page.text).not.toContain(later)
    },
  )

  test('does not see what a commune is still typing', async () => {
    for (const address of withItsData(`/desk/bao-cao/${world.reports.draft}`)) {
      expectNothing(await visitor.get(address), `kiemsoat.vidu GET ${address}`)
    }
  })

  // Every form of every page there is: what is new stands in the table, or the first test fails.
  test.each(kinds)('changes nothing at all by any form, about a report that is %s', async (kind) => {
    const before = await everythingOfSongXanh()
    for (const [route, exit] of Object.entries(exits)) {
      for (const [action, fields] of Object.entries(exit.posts ?? {})) {
        const isOwn = ['/dang-nhap', '/dang-xuat', '/co-chu', '/desk/tai-khoan'].some((root) => route.startsWith(root))
        if (isOwn) continue
        for (const address of formAddresses(route, action, exit, targetOf(kind))) {
          const answer = await visitor.post(address, fields(targetOf(kind)))
          expect(answer.status, `kiemsoat.vidu POST ${address}`).toBe(404)
        }
      }
    }
    expect(await everythingOfSongXanh()).toEqual(before)
  })
})

describe('the cube, which no row security guards', () => {
  let cube: Cube
  beforeAll(() => {
    cube = openCube(database.url)
    return () => cube.close()
  })

  /** Every number that a reader is told of the commune and its province, whichever way he asks for it. */
  async function numbersFor(reader: Reader, kind: Kind): Promise<string[]> {
    const { province } = await actorOf('xa.songxanh')
    const found: string[] = []
    for (const from of ['communes', 'any'] as const) {
      const question: CubeQuestion = {
        ...{ units: [world.unit as Id<'Unit'>, province], periods: [periods[kind]], map: { kind: 'reported' } },
        ...{ counts: 'open', from, measures: cellsToLookFor.map(measured) },
      }
      const answer = await askCube(cube, reader, question)
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      for (const [measure] of cellsToLookFor.entries()) {
        for (const unit of [0, 1]) {
          found.push(String(answer.value.cell(measure, unit, 0).amount))
          if (measure % 2 === 1) continue
          const opened = must(await openCell(cube, reader, question, { measure, unit, period: 0 }))
          found.push(...opened.parts.map(({ value }) => (value.state === 'reported' ? String(value.amount) : '')))
        }
      }
    }
    return found
  }

  const cellsToLookFor = ['F01', 'F06', 'D03', 'E01']
  const measured = (code: string): CubeQuestion['measures'][number] => ({
    ...{ key: code, name: code, unitOfCount: '', numeral: 'count', direction: 'context' },
    expression: { kind: 'cell', cell: { code, dimension: '' } },
  })
  const typed = ['9182730000', '2718280000', '6455460000']
  const officer = async (signInName: string): Promise<Reader> => ({ kind: 'officer', actor: await actorOf(signInName) })

  test.each(kinds)(
    'tells nobody else of a report that is %s',
    async (kind) => {
      for (const stranger of strangers) {
        const reader: Reader = stranger === 'nobody' ? { kind: 'public' } : await officer(stranger)
        const numbers = await numbersFor(reader, kind)
        for (const number of typed) expect(numbers, `${stranger} asks the cube`).not.toContain(number)
      }
    },
    120_000,
  )

  test('tells the commune of its own, and its province of what was handed in', async () => {
    for (const kind of kinds) expect(await numbersFor(await officer('xa.songxanh'), kind)).toContain(typed[0])
    const reviewer = await officer('tinh.vidu')
    for (const kind of ['submitted', 'accepted'] as const) expect(await numbersFor(reviewer, kind)).toContain(typed[0])
    expect(await numbersFor(reviewer, 'draft')).not.toContain(typed[0])
    expect(await numbersFor(reviewer, 'returned')).not.toContain(typed[2])
  }, 240_000)
})

function targetOf(kind: Kind): Target {
  const { access: _, reports, files, ...others } = world
  return { report: reports[kind], file: files[kind], period: periods[kind], ...others }
}

/** A page also answers with its facts alone, for scripts: an exit like the page itself. */
function withItsData(address: string): string[] {
  const [path = '', query] = address.split('?')
  const base = path === '/' ? '' : path
  return [address, `${base}/__data.json${query ? `?${query}` : ''}`]
}

function formAddresses(route: string, action: string, exit: Exit, target: Target): string[] {
  const path = exit.gets(target)[0]?.split('?')[0] ?? route
  if (action === 'POST' || action === 'default') return [path]
  return [`${path}?/${action}`]
}

function expectNothing(answer: Answer, where: string): void {
  for (const marker of markers) expect(answer.text, `${where} shows "${marker}"`).not.toContain(marker)
  // A file is packed: nothing could be found in its bytes, so no stranger gets any.
  expect(answer.headers['content-type'] ?? '', where).not.toMatch(/pdf|officedocument/)
  expect(answer.status, where).toBeLessThan(500)
}

/** A file that the stranger may have is unpacked, and its words are looked into; anything else is a page as everywhere. */
async function expectNothingInFile(answer: Answer, where: string): Promise<void> {
  const words = await wordsInFile(answer)
  if (words === null) return expectNothing(answer, where)
  expect(words.length, where).toBeGreaterThan(20)
  // The name of a unit stands in a file about it; in one of another province it has no place.
  const named = where.includes(unitCode) || !where.includes('/tong-hop/') ? [] : ['Xã Sông Xanh']
  for (const marker of [...markers, ...named]) expect(words, `${where} holds "${marker}"`).not.toContain(marker)
}

async function wordsInFile(answer: Answer): Promise<string | null> {
  const type = answer.headers['content-type'] ?? ''
  const bytes = Buffer.from(answer.bytes)
  if (type.includes('pdf')) return wordsOfPdf(bytes)
  if (type.includes('wordprocessingml')) return wordsOfDocx(bytes)
  if (!type.includes('spreadsheetml')) return null
  const { sheets } = await readXlsx(new Uint8Array(bytes))
  return JSON.stringify(sheets.map((sheet) => sheet.rows))
}

/** Not there, or the way to sign in: for a page, for its facts and for a form alike. */
function expectHidden(answer: Answer, where: string): void {
  const toSignIn = (answer.headers.location ?? '').startsWith('/dang-nhap') || answer.text.includes('"/dang-nhap')
  expect(answer.status === 404 || toSignIn || isAbsence(answer), `${where} answered ${answer.status}`).toBe(true)
}

/** `__data.json` answers 200 and says inside that there is nothing. */
function isAbsence(answer: Answer): boolean {
  return answer.status === 200 && /"type":"error"/.test(answer.text) && /"status":404/.test(answer.text)
}

const tables = [
  ['report', 'unit_id'],
  ['report_event', 'unit_id'],
  ['report_explanation', 'unit_id'],
  ['report_question', 'unit_id'],
  ['report_message', 'unit_id'],
  ['report_copy', 'unit_id'],
  ['publication', 'unit_id'],
  ['report_file', 'unit_id'],
  ['publication_file', 'unit_id'],
  ['publication_plan', 'unit_id'],
  ['publication_version', 'unit_id'],
  ['publication_withdrawal', 'unit_id'],
  ['amendment', 'unit_id'],
  ['amendment_cell', 'unit_id'],
  ['amendment_explanation', 'unit_id'],
  ['amendment_event', 'unit_id'],
  ['figure_value', 'unit_id'],
  ['figure_change', 'unit_id'],
  ['entry_step', 'unit_id'],
  ['report_presence', 'unit_id'],
  ['notice', 'unit_id'],
  ['contact', 'unit_id'],
  ['saved_question', 'unit_id'],
  ['notice_setting', 'unit_id'],
  ['vault_item', 'unit_id'],
  ['dialogue', 'unit_id'],
  ['initiative', 'unit_id'],
  ['initiative_year', 'unit_id'],
  ['initiative_move', 'unit_id'],
  ['visit', 'unit_id'],
  ['visit_stop', 'unit_id'],
  ['visit_plan', 'unit_id'],
  ['finding', 'unit_id'],
  ['finding_move', 'unit_id'],
  ['meeting', 'unit_id'],
  ['meeting_task', 'unit_id'],
  ['activity_file', 'unit_id'],
  ['dialogue_question', 'unit_id'],
  ['commitment', 'unit_id'],
  ['commitment_event', 'unit_id'],
  ['award', 'unit_id'],
  ['award_move', 'unit_id'],
  ['award_file', 'unit_id'],
  ['praise', 'unit_id'],
  ['ceremony', 'unit_id'],
  ['ceremony_award', 'unit_id'],
  ['counted_fact', 'unit_id'],
  ['duty', 'unit_id'],
  ['account', 'unit_id'],
] as const

/** How many rows Xã Sông Xanh has everywhere, and a print of all they hold (but the hour of the last sign-in). */
async function everythingOfSongXanh(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [table, column] of tables) {
    const [row] = await database.asOwner<{ n: string; print: string }>(
      `select count(*)::text as n, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print
       from (select to_jsonb(x) - 'last_active_at' as t from ${table} x
             where ${column} = (select id from unit where code = $1)) rows`,
      [unitCode],
    )
    found[table] = `${row?.n} ${row?.print}`
  }
  return found
}

const at = (hour: number): Date => new Date(Date.now() - (10 - hour) * 60_000)

/** One report in each state, made by the commands that make them, with markers wherever a person can write. */
async function makeReports(access: Access): Promise<Omit<World, 'access'>> {
  const officer = await actorOf('xa.songxanh')
  const reviewer = await actorOf('tinh.vidu')
  const as = (actor: Actor, hour: number) => ({ db: access.db, actor, now: at(hour) })
  const write = async (id: ReportId, hour: number, raw: Record<string, string>): Promise<void> => {
    const entries = Object.entries(raw).map(([key, text]) => ({
      cell: parseCellKey(key),
      raw: text,
      note: marked('ghi chú'),
      was: { raw: '', note: '' },
    }))
    must(await saveCells(as(officer, hour), id, entries))
  }
  const begun = async (kind: Kind): Promise<ReportId> => {
    const wanted = { unit: officer.unit, template: currentTemplate, period: periods[kind] }
    const id = must(await beginReport(as(officer, 1), wanted))
    // The parts do not come to the total, so that there is something to explain.
    const parts = { F05: '0', F06: '271828', F07: '0', F08: '0', F09: '0', F11: '0' }
    await write(id, 2, { F01: '918273', ...parts, D03: '271.828' })
    must(await explainFinding(as(officer, 3), id, 'Q02:F01', marked('lời giải thích')))
    const file = { name: `${marked('tên tệp')}.txt`, content: Buffer.from(marked('tài liệu')) }
    const about = { caption: marked('chú thích'), people: null }
    must(await attachFiles(as(officer, 3), localStore(join(server.dataDir, 'files')), id, [file], about))
    return id
  }
  const versionOf = async (id: ReportId): Promise<number> => must(await reportPage(as(reviewer, 5), id)).report.version
  // What the example's register holds would be counted in the place of what is typed here.
  await database.asOwner('delete from counted_fact where unit_id = $1', [officer.unit])
  const ids: Partial<Record<Kind, ReportId>> = {}
  for (const kind of kinds) {
    const id = await begun(kind)
    ids[kind] = id
    if (kind === 'draft') continue
    must(await submitNow(as(officer, 4), id))
    if (kind === 'accepted') {
      must(await acceptReport(as(reviewer, 6), id, await versionOf(id)))
      // It waits for its moment: until then it is as unknown outside as any other.
      must(await planPublication(as(reviewer, 6), id, await versionOf(id), new Date('2099-01-01')))
    }
    if (kind !== 'returned') continue
    const questions = [{ cell: parseCellKey('D03'), text: marked('câu hỏi') }]
    must(await returnReport(as(reviewer, 6), id, await versionOf(id), questions))
    await write(id, 7, { E01: '645546' })
  }
  const reports = ids as Record<Kind, ReportId>
  const [question] = must(await reportPage(as(officer, 8), reports.returned)).questions
  if (!question) throw new Error('The question was not asked')
  must(await answerQuestion(as(officer, 8), reports.returned, question.id, marked('câu trả lời')))
  const [duty] = await database.asOwner<{ id: string }>('select id from duty where account_id = $1', [officer.account])
  const meant = newId<'Reorganisation'>()
  must(await beginReorganisation(as(await actorOf('quantri.vidu'), 8), meant, { ...emptyDraft, title: 'Đổi tên thử' }))
  const notice = newId<'Notice'>()
  await database.asOwner(
    `insert into notice (province_id, id, unit_id, account_id, event_id, topic, title, path, at)
     values ($1, $2, $3, $4, $5, 'report-return', $6, '/desk', '2026-01-01')`,
    [officer.province, notice, officer.unit, officer.account, newId(), marked('thông báo')],
  )
  const dialogue = must(await recordDialogue(as(officer, 8), newId(), meeting()))
  const initiative = newId<'Initiative'>()
  const registration = {
    entry: { ...blankEntry, name: marked('mô hình'), holder: marked('tập thể'), mainField: 'economy' },
    year: { year: 2026, scope: 'commune' as const, isNew: true, theme: '' },
    ...{ person: null, isAnother: true },
  }
  must(await openRegistration(as(officer, 8), testVault, initiative, registration))
  const activities = await keepActivities(as(officer, 8))
  must(await typeQuestions(as(officer, 8), dialogue, 1, 'hall', [marked('câu hỏi trong cuộc đối thoại')]))
  const [asked] = must(await dialoguePage(as(officer, 8), dialogue)).questions
  if (!asked) throw new Error('The question was not typed in')
  const answer = {
    kind: 'promised',
    answer: marked('lời hứa'),
    owner: marked('cơ quan nhận'),
    asker: 'unknown',
  } as const
  const due = { on: localDate('2099-01-01') }
  const commitment = must(await answerAsked(as(officer, 8), dialogue, asked.id, 0, { ...answer, due }))
  const commended = await commend(access, officer)
  const idIn = async (table: string, column: string): Promise<string> => {
    const rows = await database.asOwner<{ id: string }>(
      `select ${column} as id from ${table} where unit_id = $1 and n = 1 order by 1 limit 1`,
      [officer.unit],
    )
    return rows[0]?.id ?? ''
  }
  const files: Partial<World['files']> = {}
  for (const kind of kinds) files[kind] = must(await reportFilesPage(as(officer, 8), reports[kind])).files[0]?.id ?? ''
  return {
    reports,
    files: files as World['files'],
    question: question.id,
    account: officer.account,
    duty: duty?.id ?? '',
    notice,
    dialogue,
    initiative,
    activities,
    commitment,
    ...commended,
    meant,
    hamlet: await idIn('sub_commune_version', 'sub_commune_id'),
    body: await idIn('body_version', 'body_id'),
    unit: officer.unit,
  }
}

/** A person was given a letter; the name in the vault holds the markers too, beside every text that a person writes. */
async function commend(
  access: Access,
  officer: Actor,
): Promise<Pick<World, 'award' | 'evidence' | 'ceremony' | 'praise'>> {
  const leader = await actorOf('lanhdao.songxanh')
  const as = (actor: Actor) => ({ db: access.db, actor, now: at(8) })
  const vault = openVault(ringPlace(server.dataDir, undefined))
  const today = dayInVietnam(at(8))
  const entry: AwardEntry = {
    ...{ form: 'letter', level: 'commune', line: 'movement', year: 2026, recipientKind: 'individual' },
    ...{ isLeader: false, mayBePublic: false, yearsOfService: null },
    ...{ recipient: marked('chức danh'), achievement: marked('thành tích'), report: marked('báo cáo') },
  }
  const start = { unit: officer.unit, source: { kind: 'free', id: null, name: '' } } as const
  const award = must(await beginAward(as(officer), vault, newId(), start, entry, 'Chim Lạc Bay Về Tổ'))
  const file = { name: `${marked('minh chứng')}.txt`, content: Buffer.from(marked('minh chứng')) }
  const evidence = must(
    await attachAwardEvidence(as(officer), localStore(join(server.dataDir, 'files')), award, file, ''),
  )
  must(await moveAward(as(leader), award, 1, 'submit', ''))
  must(await moveAward(as(officer), award, 2, 'receive', ''))
  const vote = { members: 3, present: 3, votesFor: 3, votesAgainst: 0, abstentions: 0, on: today }
  must(await voteOnAward(as(officer), award, 3, vote))
  must(await decideAward(as(officer), award, 4, { number: '7/QĐ-UBND', on: today }))
  const ceremony = must(await recordCeremony(as(officer), newId(), { day: today, name: marked('buổi lễ'), place: '' }))
  const praised = {
    day: today,
    recipientKind: 'collective',
    recipient: marked('tổ'),
    what: marked('việc'),
    occasion: '',
  } as const
  return { award, evidence, ceremony, praise: must(await recordPraise(as(officer), newId(), praised)) }
}

/** On a day of none of the reports made here; its counts stand in the audit, which an administrator reads. */
function meeting(): DialogueEntry {
  const place = marked('nơi họp')
  const counts = { isThematic: true, attendances: 84, opinions: null }
  return { heldOn: localDate('2026-05-20'), subject: marked('cuộc đối thoại'), place, ...counts }
}

function must<Value>(outcome: Outcome<Value, { code: string }>): Value {
  if (!outcome.ok) throw new Error(`The world of this test could not be made: ${JSON.stringify(outcome)}`)
  return outcome.value
}

async function actorOf(signInName: string): Promise<Actor> {
  const [row] = await database.asOwner<{
    account: Id<'Account'>
    name: string
    duty: DutyKind
    unit: Id<'Unit'>
    province: Id<'Unit'>
  }>(
    `select a.id as account, a.display_name as name, d.kind as duty, d.unit_id as unit, d.province_id as province
     from account a join duty d on d.account_id = a.id where a.sign_in_name = $1`,
    [signInName],
  )
  if (!row) throw new Error(`${signInName} has no account`)
  return row
}

/** A second province with one commune and every role, and a leader of the commune beside. */
async function openOthers(access: Access): Promise<void> {
  const province = newId<'Unit'>()
  const commune = newId<'Unit'>()
  const insert = async (
    id: string,
    code: string,
    name: string,
    level: string,
    parent: string | null,
  ): Promise<void> => {
    await database.asOwner('insert into unit (id, code) values ($1, $2)', [id, code])
    await database.asOwner(
      `insert into unit_version (unit_id, valid, name, kind, level, parent_id, province_id)
       values ($1, '[2025-07-01,)', $2, $3, $3, $4, $5)`,
      [id, name, level, parent, province],
    )
  }
  await insert(province, 'tinh-ben-canh', 'Tỉnh Bên Cạnh', 'province', null)
  await insert(commune, 'xa-ben-canh', 'Xã Bên Cạnh', 'commune', province)
  const nuiVang = await actorOf('xa.nuivang')
  const opened: [string, DutyKind, Id<'Unit'>, Id<'Unit'>][] = [
    ['lanhdao.nuivang', 'commune-leader', nuiVang.unit, nuiVang.province],
    ['xa.khac', 'commune-officer', commune, province],
    ['lanhdao.khac', 'commune-leader', commune, province],
    ['tinh.khac', 'province-officer', province, province],
    ['lanhdao.tinhkhac', 'province-leader', province, province],
    ['quantri.khac', 'administrator', province, province],
  ]
  for (const [signInName, kind, unit, inProvince] of opened) {
    const account = { signInName, displayName: 'Người Tỉnh Khác', kind, unit, province: inProvince }
    await inScope(access.db, { reach: 'province', province: inProvince }, async (tx) => {
      must(await openAccount(access, tx, { ...account, password: examplePassword }, { actor: null, now: new Date() }))
    })
    const user = await access.identity.authDb
      .selectFrom('user')
      .select('id')
      .where('username', '=', signInName)
      .executeTakeFirstOrThrow()
    await setSecondFactor(access.identity, user.id, secretOf(signInName))
  }
}
