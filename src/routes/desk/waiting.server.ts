import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { activitiesWaiting, type ActivitiesWaiting } from '#modules/activities/waiting-queries.server.ts'
import { awardsWaiting, type AwardsWaiting } from '#modules/commendation/waiting-queries.server.ts'
import { reviewsOwed } from '#modules/directives/review-queries.server.ts'
import { scopeLabel } from '#modules/movement/labels.ts'
import { movementWaiting, type MovementWaiting } from '#modules/movement/waiting-queries.server.ts'
import { reviewWaiting, type ReviewWaiting } from '#modules/reporting/question-queries.server.ts'

/** One kind of work that waits beside the reports: how much of it, and the page where it is done. */
export type WaitingLine = { href: string; label: string; count: number; note: string | null }

/** What waits in the registers for somebody of a unit; nothing for who only reads. `unitCode` opens the unit's own part of a board. */
export async function waitingElsewhere(ctx: Ctx, unitCode: string): Promise<WaitingLine[]> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) =>
    [
      ...ofReview(await reviewWaiting(tx, ctx)),
      ...ofActivities(await activitiesWaiting(tx, ctx), unitCode),
      ...ofMovement(await movementWaiting(tx, ctx), ctx),
      ...ofAwards(await awardsWaiting(tx, ctx)),
      line('/desk/so-ket', 'Mốc sơ kết, tổng kết đã đến hoặc sắp đến, chưa ghi', await reviewsOwed(tx, ctx)),
    ].filter(({ count }) => count > 0),
  )
}

function line(href: string, label: string, count: number, note: string | null = null): WaitingLine {
  return { href, label, count, note }
}

function ofReview(of: ReviewWaiting): WaitingLine[] {
  const late = of.overdue > 0 ? `${of.overdue} quá hạn` : null
  return [
    line('/desk/cau-hoi-so-lieu', 'Câu hỏi về số liệu chờ trả lời', of.toAnswer, late),
    line('/desk/cau-hoi-so-lieu?loc=cho-xem', 'Câu trả lời về số liệu chờ xem', of.toRead),
    line('/desk/sua-doi?loc=dang-nhap', 'Bản sửa đổi báo cáo chưa gửi', of.amendmentsToType),
    line('/desk/sua-doi?loc=cho-duyet', 'Bản sửa đổi báo cáo chờ duyệt', of.amendmentsToDecide),
  ]
}

function ofActivities(of: ActivitiesWaiting, unitCode: string): WaitingLine[] {
  const overdue = new URLSearchParams({ 'don-vi': unitCode, loc: 'qua-han' })
  return [
    line(`/desk/cam-ket-doi-thoai?${overdue}`, 'Cam kết sau đối thoại đã quá hạn', of.commitmentsOverdue),
    line('/desk/ket-luan?phia=cua-minh&loc=open', 'Kết luận kiểm tra chờ đơn vị trả lời', of.findingsToAnswer),
    line('/desk/ket-luan?phia=neu&loc=answered', 'Trả lời khắc phục chờ đoàn xem lại', of.findingsToClose),
    line(
      '/desk/hoi-nghi/viec',
      'Việc theo kết luận hội nghị',
      of.tasks.open,
      of.tasks.late > 0 ? `${of.tasks.late} quá hạn` : null,
    ),
  ]
}

function ofMovement(of: MovementWaiting, { actor }: Ctx): WaitingLine[] {
  return [
    ...of.returned.map(({ year, count }) => {
      const asked = new URLSearchParams({ nam: String(year), buoc: 'returned', 'don-vi': actor.unit })
      return line(`/desk/mo-hinh?${asked}`, `Đăng ký mô hình năm ${year} bị trả lại`, count)
    }),
    ...of.toReceive.map(({ year, scope, count }) => {
      const asked = new URLSearchParams({ nam: String(year), cap: scope, viec: 'approve' })
      return line(`/desk/mo-hinh/duyet?${asked}`, `Đăng ký mô hình năm ${year} chờ tiếp nhận`, count, scopeLabel[scope])
    }),
    line('/desk/cham-diem', 'Phiếu chấm điểm chưa nộp', of.sheetsToScore),
    line('/desk/cam-ket', 'Bản cam kết thi đua chờ đánh giá cuối năm', of.pledgesToJudge),
  ]
}

function ofAwards(of: AwardsWaiting): WaitingLine[] {
  return [
    line('/desk/khen-thuong?trang-thai=returned', 'Đề nghị khen thưởng bị trả lại', of.returned),
    line('/desk/khen-thuong?trang-thai=submitted', 'Đề nghị khen thưởng chờ tiếp nhận', of.toReceive),
  ]
}
