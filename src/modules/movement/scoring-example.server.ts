import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { AppraisalRound, AppraisalRoundId, AppraisalSubject } from './appraisal.ts'
import { handInSheet, openSheet, saveMark, sheetsOf } from './appraisal-sheet-store.server.ts'
import { insertRound, insertSubjects, roundOf } from './appraisal-store.server.ts'
import { unitsOfRound } from './appraisal-subjects.server.ts'
import { points } from './scoring-points.ts'
import type { ScoringSetId } from './scoring-set.ts'
import { insertScoringSet, patternsOf, writeVersion } from './scoring-store.server.ts'

/** Copies two published sets for the invented province and opens a round of a few communes, some of which scored themselves. */
export async function loadExampleScoring(db: Db, province: UnitId, year: number, now: Date): Promise<void> {
  await inScope(db, { reach: 'province', province }, async (tx) => {
    await copySet(tx, province, 'mau-thu-nghiem', now)
    const set = await copySet(tx, province, 'hai-duong-2024', now)
    const round = await openExample(tx, province, set, year, now)
    const units = (await unitsOfRound(tx, round, localDate(`${year}-01-01`))).slice(0, 6)
    await insertSubjects(tx, province, units, now)
    const selfScores = ['92,5', '87', '80', '79,99']
    for (const [at, score] of selfScores.entries()) await scoreItself(tx, province, units[at], score, now)
    const own = { province, account: null, unit: province, object: { kind: 'appraisal', id: round.id }, at: now }
    await record(tx, { ...own, kind: 'appraisal-opened', changed: { year, version: 1 } })
    await record(tx, { ...own, kind: 'appraisal-subjects-added', changed: { count: units.length } })
  })
}

async function copySet(tx: Tx, province: UnitId, code: string, at: Date): Promise<ScoringSetId> {
  const [pattern] = await patternsOf(tx, code)
  if (!pattern) throw new Error(`db/reference does not contain ${code}`)
  const set = newId<'ScoringSet'>(at)
  await insertScoringSet(tx, province, set, pattern.name, at)
  const version = { ...pattern, set, version: 1, reason: 'Chép từ bộ có sẵn', account: null, at }
  await writeVersion(tx, province, version)
  const changed = { version: 1, lines: pattern.lines.length }
  const object = { kind: 'scoring-set', id: set }
  await record(tx, { province, account: null, unit: province, kind: 'scoring-set-created', object, changed, at })
  return set
}

async function openExample(
  tx: Tx,
  province: UnitId,
  set: ScoringSetId,
  year: number,
  at: Date,
): Promise<AppraisalRound> {
  const id: AppraisalRoundId = newId<'AppraisalRound'>(at)
  const title = `Chính quyền thân thiện năm ${year}`
  const entry = { title, year, subjectKind: 'unit' as const, scope: null, set }
  await insertRound(tx, { ...entry, id, province, holder: province, setVersion: 1 }, at)
  const round = await roundOf(tx, province, id)
  if (!round) throw new Error('The round of the example is not there')
  return round
}

async function scoreItself(
  tx: Tx,
  province: UnitId,
  subject: AppraisalSubject | undefined,
  score: string,
  at: Date,
): Promise<void> {
  if (!subject) return
  await openSheet(tx, { ...subject, province }, 'self', null, at)
  const [sheet] = await sheetsOf(tx, province, subject)
  if (!sheet) throw new Error('The sheet of the example is not there')
  const mark = { criterion: 'c1', from: null, to: points(score), note: '' }
  await saveMark(tx, { ...subject, province, sheet: sheet.id }, mark, { account: null, reason: '', at })
  await handInSheet(tx, province, sheet.id, at)
}
