import type { LocalDate } from '#kernel/local-date.ts'
import type { AuditEntry } from '#platform/audit.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { AppraisalRound, AppraisalSubject } from './appraisal.ts'
import { TakenBack } from './appraisal-frame.server.ts'
import type { YearMove, YearState } from './cycle.ts'
import type { InitiativeId } from './initiative.ts'
import { yearRefusalText } from './labels.ts'
import { resultSentences } from './scoring-labels.ts'
import type { ScoreResult } from './scoring.ts'
import { moveYear } from './year-moves.server.ts'

/** The year of a scored initiative becomes “đã tự chấm”; of units nothing moves. */
export async function moveScored(tx: Tx, ctx: Ctx, round: AppraisalRound, subject: AppraisalSubject): Promise<void> {
  if (subject.kind !== 'initiative') return
  const [state] = (await statesOf(tx, round, [subject])).values()
  if (state !== 'self-scored' && state !== 'appraised') await move(tx, ctx, round, subject, 'score-self', {})
}

/**
 * Takes the years of a decided round where its results lead; a year that moved elsewhere meanwhile takes everything back.
 * Answers what is to be recorded of it, last of all.
 */
export async function moveDecided(
  tx: Tx,
  ctx: Ctx,
  round: AppraisalRound,
  subjects: readonly AppraisalSubject[],
  by: { document: string; on: LocalDate },
): Promise<AuditEntry[]> {
  const initiatives = subjects.filter(({ kind }) => kind === 'initiative')
  // All of them first and in one order: two rounds with the same initiatives wait for each other.
  const states = await statesOf(tx, round, initiatives)
  const later: AuditEntry[] = []
  for (const subject of initiatives) {
    const result = subject.result
    if (!result || result.kind === 'unfinished') throw new Error(`${subject.id} was closed without a result`)
    if (result.kind === 'scored' && states.get(subject.id) !== 'appraised')
      await move(tx, ctx, round, subject, 'appraise', by, later)
    await move(tx, ctx, round, subject, outcomeMove(result), { ...by, reason: reasonOf(result) }, later)
  }
  return later
}

/** The move that a result leads to. */
function outcomeMove(result: ScoreResult): YearMove {
  if (result.kind === 'not-eligible') return 'find-not-eligible'
  return result.kind === 'scored' && result.recognised ? 'recognise' : 'refuse-recognition'
}

function reasonOf(result: ScoreResult): string {
  return result.kind === 'not-eligible' ? result.reason : resultSentences(result).join(' ')
}

async function move(
  tx: Tx,
  ctx: Ctx,
  round: AppraisalRound,
  subject: AppraisalSubject,
  which: YearMove,
  given: { document?: string; on?: LocalDate; reason?: string },
  later?: AuditEntry[],
): Promise<void> {
  const at = { id: subject.id as string as InitiativeId, year: round.year }
  const outcome = await moveYear(tx, ctx, at, which, given, later)
  if (outcome.ok) return
  const why = outcome.kind === 'refused' ? yearRefusalText(outcome.refusal) : 'mô hình này không còn trong sổ.'
  throw new TakenBack({ code: 'subject-moved', name: subject.name, why })
}

async function statesOf(
  tx: Tx,
  round: AppraisalRound,
  subjects: readonly AppraisalSubject[],
): Promise<Map<string, YearState>> {
  if (subjects.length === 0) return new Map()
  const ids = subjects.map(({ id }) => id as string)
  await tx
    .selectFrom('initiative')
    .select('id')
    .where('province_id', '=', round.province)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  const rows = await tx
    .selectFrom('initiative_year')
    .select(['initiative_id', 'state'])
    .where('province_id', '=', round.province)
    .where('initiative_id', 'in', ids)
    .where('year', '=', round.year)
    .orderBy('initiative_id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.initiative_id, row.state as YearState]))
}
