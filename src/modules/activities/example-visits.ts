import { addDays, type LocalDate } from '#kernel/local-date.ts'
import type { FindingEntry, FindingState } from './finding.ts'
import type { MeetingEntry } from './meeting.ts'
import type { VisitEntry, VisitStop } from './visit.ts'

/** An invented visit with what it found; a finding names its owner by the position of a stop. */
export type InventedVisit = {
  entry: VisitEntry
  findings: (Omit<FindingEntry, 'owner'> & { owner: number; state: FindingState })[]
}

const quiet = { isSurprise: false, plan: null, minutes: '', conclusion: null } as const

/** Missions of the invented province: one of this year that counts in no open report, two of the year before. */
export function inventVisits(today: LocalDate, stops: readonly VisitStop[]): InventedVisit[] {
  const on = (days: number): VisitStop[] => stops.map((stop, index) => ({ ...stop, on: addDays(today, index - days) }))
  const body = {
    ledBy: 'upper',
    leadingBody: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
    members: 'Đại diện Mặt trận, Hội Nông dân, Văn phòng',
  } as const
  return [
    {
      entry: {
        ...{ ...quiet, ...body, kind: 'supervision', heldOn: addDays(today, -90), stops: on(90) },
        subject: 'Giám sát việc thực hiện dân chủ ở cơ sở và tiếp công dân',
        topics: ['Thực hiện dân chủ ở cơ sở', 'Tiếp công dân, đối thoại'],
        minutes: 'Hai nơi làm tốt việc họp thôn; bảng niêm yết còn thiếu, sổ tiếp dân chưa ghi kết quả trả lời.',
        conclusion: { number: '18-TB/BTGDV', on: addDays(today, -75) },
      },
      findings: [
        finding(
          0,
          'Niêm yết còn thiếu mức thu phí chợ; bổ sung ở nhà văn hóa các thôn',
          'serious',
          addDays(today, -20),
          'open',
        ),
        finding(0, 'Sổ tiếp công dân chưa ghi ngày hẹn trả lời', 'light', addDays(today, 20), 'answered'),
        finding(1, 'Chưa họp lấy ý kiến hộ dân về quy ước mới của hai thôn', 'grave', addDays(today, 5), 'open'),
        finding(1, 'Hòm thư góp ý đặt trong phòng khóa', 'light', addDays(today, -40), 'closed'),
      ],
    },
    {
      entry: {
        ...{ ...quiet, ...body, kind: 'inspection', heldOn: addDays(today, -400), stops: on(400) },
        subject: 'Kiểm tra lồng ghép phong trào thi đua “Dân vận khéo” và công tác dân vận của chính quyền',
        topics: ['Phong trào thi đua “Dân vận khéo”', 'Công tác dân vận của chính quyền'],
      },
      findings: [],
    },
    {
      entry: {
        ...{
          ...quiet,
          ...body,
          kind: 'inspection',
          isSurprise: true,
          heldOn: addDays(today, -420),
          stops: on(420).slice(0, 1),
        },
        subject: 'Kiểm tra đột xuất giờ giấc, thái độ phục vụ ở bộ phận một cửa',
        topics: ['Cải cách hành chính, đạo đức công vụ'],
      },
      findings: [],
    },
  ]
}

function finding(
  owner: number,
  said: string,
  severity: FindingEntry['severity'],
  dueOn: LocalDate,
  state: FindingState,
): InventedVisit['findings'][number] {
  return { owner, said, severity, dueOn, state }
}

/** What an invented commune held: of kinds that its open report does not ask for, and a voter meeting of the year before. */
export function inventMeetings(today: LocalDate): MeetingEntry[] {
  const at = (days: number, subject: string, place: string) => ({
    ...{ heldOn: addDays(today, -days), subject, place, organiser: 'Khối dân vận xã' },
  })
  return [
    {
      ...at(35, 'Hội nghị giao ban công tác dân vận quý', 'Hội trường xã'),
      facts: {
        ...{ kind: 'conference', attendances: 64, agenda: 'Báo cáo quý\nTham luận của các chi hội\nKết luận' },
        conclusions: 'Các thôn đăng ký một tuyến đường tự quản; báo cáo trước cuối quý.',
        speeches: [
          { speaker: 'Chi hội trưởng Phụ nữ thôn Suối Trong', subject: 'Phân loại rác tại nhà' },
          { speaker: 'Trưởng ban công tác Mặt trận thôn Cầu Tre', subject: 'Vận động hiến đất mở đường' },
        ],
      },
    },
    {
      ...at(60, 'Phổ biến quy định mới về thực hiện dân chủ ở cơ sở', 'Nhà văn hóa thôn Đồi Ngang'),
      facts: { kind: 'dissemination', document: 'Luật Thực hiện dân chủ ở cơ sở', attendances: 120 },
    },
    {
      ...at(80, 'Nghiệp vụ vận động, hòa giải cho tổ dân vận các thôn', 'Trung tâm chính trị'),
      facts: { kind: 'training', trainingKind: 'front-skills', classes: 2, attendances: 86, isForStaff: true },
    },
    {
      ...at(410, 'Tiếp xúc cử tri trước kỳ họp cuối năm', 'Hội trường xã'),
      facts: {
        ...{ kind: 'voters', delegatesOf: 'commune', session: 'before' },
        ...{ attendances: 140, opinions: 17, answered: 12 },
      },
    },
    {
      ...at(50, 'Giúp thôn Gò Sim làm nhà vệ sinh hợp chuẩn', ''),
      facts: {
        ...{ kind: 'support', helper: 'Hội Phụ nữ xã', isMountain: false, untilOn: addDays(today, 120) },
        ...{ helped: { unit: null, code: null, place: 'Thôn Gò Sim' }, result: 'Đã xong 9 trên 14 nhà' },
      },
    },
  ]
}
