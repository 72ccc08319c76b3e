import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { answersFor } from '#modules/territory/answering.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import { bodyLinksIn, bodyPatternsOf, bodyVersionsOf } from './body-store.server.ts'
import { ownerOf, successorOf, type BodyRegister, type FunctionOwner } from './owner.ts'

/** Who owned a work for a unit on a day, and who answers for it today: by the bodies' succession, then by the units'. */
export type WorkAnswer = {
  work: string
  owner: FunctionOwner | null
  today: { unit: UnitVersion; owner: FunctionOwner | null } | null
  /** The unit was divided: nobody can say by rule which of these answers. */
  among: readonly UnitVersion[]
}

/** Answers for each work of a list who owned it on a day and who answers for it today. */
export async function answeringOn(
  tx: Tx,
  unit: UnitVersion,
  works: readonly string[],
  day: LocalDate,
  today: LocalDate,
): Promise<WorkAnswer[]> {
  const { now, among } = await whoAnswers(tx, unit, today)
  const then = await registerOf(tx, unit)
  const present = now ? await registerOf(tx, now) : then
  return works.map((work) => {
    const owner = ownerOf(then, unit, work, day)
    return {
      work,
      owner,
      today: now && { unit: now, owner: ownerToday(then, present, owner, now, work, today) },
      among,
    }
  })
}

/** A commune is followed by the one commune that holds its area; a district's work went to its province. */
async function whoAnswers(
  tx: Tx,
  unit: UnitVersion,
  today: LocalDate,
): Promise<{ now: UnitVersion | null; among: readonly UnitVersion[] }> {
  const { communes, province } = answersFor(await currentRegister(tx), unit.unit, today)
  if (unit.level !== 'commune') return { now: province, among: [] }
  const [only] = communes
  return communes.length === 1 && only ? { now: only, among: [] } : { now: null, among: communes }
}

async function registerOf(tx: Tx, unit: UnitVersion): Promise<BodyRegister> {
  return {
    versions: await bodyVersionsOf(tx, unit.province, [unit.unit]),
    links: await bodyLinksIn(tx, unit.province),
    patterns: await bodyPatternsOf(tx, unit.province),
  }
}

function ownerToday(
  then: BodyRegister,
  present: BodyRegister,
  owner: FunctionOwner | null,
  unit: UnitVersion,
  work: string,
  today: LocalDate,
): FunctionOwner | null {
  // A body does not outlive its unit, whether or not somebody wrote its end down.
  const stands = owner?.kind === 'recorded' && owner.body.unit === unit.unit
  const heir = stands ? successorOf(then, owner.body.id, work, today) : null
  return heir ? { kind: 'recorded', body: heir } : ownerOf(present, unit, work, today)
}
