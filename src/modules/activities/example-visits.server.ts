import { newId } from '#kernel/ids.ts'
import { addDays, dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { ActivitiesAuditKind } from './audit-labels.ts'
import { inventMeetings, inventVisits, type InventedVisit } from './example-visits.ts'
import { addStep, findFinding, insertFinding, saveFinding } from './finding-store.server.ts'
import type { FindingId } from './finding.ts'
import { insertMeeting, lockMeeting } from './meeting-store.server.ts'
import { insertTask } from './meeting-task-store.server.ts'
import { factsOfMeeting, type MeetingEntry, type MeetingId } from './meeting.ts'
import { insertPlan, insertTopic } from './visit-plan-store.server.ts'
import { suggestedTopics } from './visit-plan.ts'
import { insertVisit } from './visit-store.server.ts'
import { factsOfVisit, type VisitId, type VisitStop } from './visit.ts'

/** Writes the invented province's visits with what they found, its plan and topics, and the meetings of one commune. */
export async function loadExampleVisits(
  db: Db,
  province: UnitId,
  communes: readonly [string, string],
  now: Date,
): Promise<void> {
  const today = dayInVietnam(now)
  await inScope(db, { reach: 'province', province }, async (tx) => {
    const stops: VisitStop[] = []
    for (const code of communes) stops.push(await stopAt(tx, code, today))
    for (const name of suggestedTopics) await insertTopic(tx, { province, id: newId() }, name, now)
    const plan = { province, unit: province, id: newId<'VisitPlan'>(now), year: Number(today.slice(0, 4)) }
    const line = {
      kind: 'inspection',
      subject: 'Kiểm tra công tác dân vận của cấp ủy',
      quarter: 4,
      unitsPlanned: 12,
    } as const
    await insertPlan(tx, plan, line, now)
    for (const visit of inventVisits(today, stops)) await writeVisit(tx, province, visit, now)
    const [first] = stops
    const unit = first?.unit ?? province
    for (const entry of inventMeetings(today)) await writeMeeting(tx, { province, unit }, entry, now)
  })
}

async function stopAt(tx: Tx, code: string, on: LocalDate): Promise<VisitStop> {
  const unit = await lastKnownUnit(tx, code)
  if (!unit) throw new Error(`db/example does not contain ${code}`)
  return { unit: unit.unit, code, name: unit.name, on }
}

async function writeVisit(tx: Tx, province: UnitId, { entry, findings }: InventedVisit, at: Date): Promise<void> {
  const owner = { province, unit: province, id: newId<'FieldVisit'>(at) }
  await insertVisit(tx, owner, entry, at)
  await say(tx, owner, { kind: 'visit', id: owner.id }, 'visit-recorded', at)
  for (const one of findings) await writeFinding(tx, owner, { entry, findings }, one, at)
  const counted = findings.map((one) => ({
    ...{ raisedOn: entry.heldOn, voidReason: null },
    closedOn: one.state === 'closed' ? addDays(entry.heldOn, 30) : null,
  }))
  await stateFacts(
    tx,
    { ...owner, kind: 'visit', day: entry.heldOn, label: entry.subject },
    factsOfVisit(entry, counted),
  )
}

async function writeFinding(
  tx: Tx,
  visit: { province: UnitId; unit: UnitId; id: VisitId },
  { entry }: InventedVisit,
  given: InventedVisit['findings'][number],
  at: Date,
): Promise<void> {
  const stop = entry.stops[given.owner]
  if (!stop) throw new Error('An invented finding is of a place that was not visited')
  const id: FindingId = newId<'Finding'>(at)
  const owner = { unit: stop.unit, name: stop.name }
  await insertFinding(tx, visit, id, { ...given, owner, raisedOn: stop.on }, at)
  const by = (unit: UnitId) => ({ actor: { unit, account: null }, at })
  const raised = { move: 'raise', on: stop.on, said: given.said } as const
  await addStep(tx, { ...visit, id, owner, version: 1 }, raised, by(visit.unit))
  await say(tx, visit, { kind: 'finding', id }, 'finding-raised', at)
  const finding = await findFinding(tx, visit.province, id)
  if (!finding || given.state === 'open') return
  const isClosed = given.state === 'closed'
  const on = addDays(stop.on, 30)
  await saveFinding(tx, finding, { state: given.state, closedOn: isClosed ? on : null }, at)
  const words = isClosed ? 'Đã chuyển hòm thư ra cổng' : 'Đã bổ sung cột ngày hẹn từ đầu tháng'
  await addStep(tx, finding, { move: isClosed ? 'close' : 'answer', on, said: words }, by(stop.unit ?? visit.unit))
  await say(tx, visit, { kind: 'finding', id }, isClosed ? 'finding-closed' : 'finding-answered', at)
}

async function writeMeeting(
  tx: Tx,
  owner: { province: UnitId; unit: UnitId },
  entry: MeetingEntry,
  at: Date,
): Promise<void> {
  const id: MeetingId = newId<'Meeting'>(at)
  await insertMeeting(tx, { ...owner, id }, entry, at)
  const label = { ...owner, kind: 'meeting', id, day: entry.heldOn, label: entry.subject } as const
  await stateFacts(tx, label, factsOfMeeting(owner, entry))
  await say(tx, owner, { kind: 'meeting', id }, 'meeting-recorded', at)
  if (entry.facts.kind !== 'conference') return
  const meeting = await lockMeeting(tx, owner.province, id)
  if (!meeting) return
  const given = [
    ['Thôn Suối Trong', 'Đăng ký một tuyến đường tự quản', 14],
    ['Thôn Cầu Tre', 'Báo cáo số hộ hiến đất, có chữ ký của ban công tác Mặt trận', 60],
  ] as const
  for (const [name, content, days] of given) {
    const task = { owner: name, ownerUnit: null, content, dueOn: addDays(entry.heldOn, days) }
    await insertTask(tx, meeting, newId<'MeetingTask'>(at), task, at)
    await say(tx, owner, { kind: 'meeting', id }, 'task-set', at)
  }
}

async function say(
  tx: Tx,
  owner: { province: UnitId; unit: UnitId },
  object: { kind: string; id: string },
  kind: ActivitiesAuditKind,
  at: Date,
): Promise<void> {
  const { province, unit } = owner
  await record(tx, { province, unit, account: null, kind, object, changed: {}, at })
}
