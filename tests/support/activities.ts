import { localDate } from '#kernel/local-date.ts'
import { newId, type Id } from '#kernel/ids.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { attachActivityFiles } from '#modules/activities/activity-file-commands.server.ts'
import { raiseFinding } from '#modules/activities/finding-commands.server.ts'
import type { FindingId } from '#modules/activities/finding.ts'
import { recordMeeting } from '#modules/activities/meeting-commands.server.ts'
import type { MeetingDraft } from '#modules/activities/meeting-forms.ts'
import { setTask } from '#modules/activities/meeting-task-commands.server.ts'
import type { MeetingId, MeetingTaskId } from '#modules/activities/meeting.ts'
import { recordVisit, seeInitiative } from '#modules/activities/visit-commands.server.ts'
import type { VisitDraft } from '#modules/activities/visit-forms.ts'
import { addTopic, planVisit } from '#modules/activities/visit-plan-commands.server.ts'
import type { VisitId, VisitPlanId } from '#modules/activities/visit.ts'
import { memoryStore } from './memory-store.ts'
import { doneBy } from './reports.ts'

const day = localDate('2026-06-12')

/** A supervision of a commune's bloc at a place that is no unit, so that nobody else reads it; it counts in no report. */
export const blocVisit: VisitDraft = {
  ...{ kind: 'survey', ledBy: 'front', isSurprise: false, plan: null, heldOn: day, subject: 'Khảo sát' },
  ...{ leadingBody: 'Mặt trận', members: '', topics: [], minutes: '', conclusion: null },
  stops: [{ name: 'Trường tiểu học', on: day, field: 'place-0' }],
}

export const conferenceHeld: MeetingDraft = {
  ...{ heldOn: day, subject: 'Hội nghị', organiser: '', place: '' },
  facts: {
    ...{ kind: 'conference', agenda: '', conclusions: '', attendances: null },
    speeches: [{ speaker: 'Trưởng thôn', subject: 'Đường hoa' }],
  },
}

/** One record of each kind of activity, and what hangs on it. */
export type KeptActivities = {
  visit: VisitId
  finding: FindingId
  plan: VisitPlanId
  initiative: Id<'Initiative'>
  meeting: MeetingId
  task: MeetingTaskId
}

/** Writes one record of each kind into the registers of an officer's unit. */
export async function keepActivities(ctx: Ctx): Promise<KeptActivities> {
  const plan = newId<'VisitPlan'>()
  doneBy(await planVisit(ctx, plan, 2026, { kind: 'survey', subject: 'Khảo sát', quarter: null, unitsPlanned: null }))
  const visit = doneBy(await recordVisit(ctx, newId<'FieldVisit'>(), { ...blocVisit, plan }))
  const initiative = newId<'Initiative'>()
  const seen = { province: ctx.actor.province, id: initiative, name: 'Mô hình', on: day }
  doneBy(await seeInitiative(ctx, visit, 1, seen))
  const finding = newId<'Finding'>()
  doneBy(await raiseFinding(ctx, visit, finding, { said: 'Việc', severity: 'light', dueOn: null, owner: 0 }))
  const meeting = doneBy(await recordMeeting(ctx, newId<'Meeting'>(), conferenceHeld))
  const task = newId<'MeetingTask'>()
  doneBy(await setTask(ctx, meeting, task, { owner: 'Thôn', content: 'Việc', dueOn: day }))
  const file = { name: 'Biên bản.txt', content: Buffer.from('Biên bản') }
  const beside = { kind: 'visit', id: visit } as const
  doneBy(await attachActivityFiles(ctx, memoryStore(), beside, [file], { caption: '', people: null }))
  return { visit, finding, plan, initiative, meeting, task }
}

/** A word of a province for what is inspected; one that stands is left. */
export async function keepTopic(ctx: Ctx): Promise<void> {
  await addTopic(ctx, newId<'VisitTopic'>(), 'Chủ đề')
}
