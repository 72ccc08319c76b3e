import { dayInVietnam } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { publicChanges } from '#platform/public-clock.ts'
import { explore, exploreGround, type Exploring } from './explore.server.ts'
import type { OpenCubeAnswer, OpenCubeRow } from './open-cube-shape.ts'
import { openCubeOf, openCubeRows, type AnsweredQuestion } from './open-cube.ts'
import { askedRefusalText, fieldOf, type AskedRefusal } from './question-refusal.ts'
import { readQuestion, type QuestionParameters } from './question-text.ts'
import type { QuestionField } from './question.ts'

/** Why a program's question is not answered; `not-read` where its words are no question. */
export type OpenCubeRefusal = { code: AskedRefusal['code'] | 'not-read'; field: QuestionField; message: string }

/** An answer as a program reads it, line by line, and as it was made. */
export type AnsweredCube = { item: OpenCubeAnswer; rows(): OpenCubeRow[]; words(): AnsweredQuestion }

type Answered = { ok: true; value: AnsweredCube } | { ok: false; refusal: OpenCubeRefusal }

/** Answers the words of a question in columns: the same for the API and the cli, each with its own reader. */
export async function askOpenCube(exploring: Exploring, parameters: QuestionParameters): Promise<Answered> {
  const reading = readQuestion(parameters)
  if (!reading.ok) return notRead(reading.doubts[0])
  const { asked } = reading
  if (exploring.reader.kind === 'public' && (asked.counts ?? 'published') !== 'published') {
    return notRead({ field: 'counts', sentence: 'Ở đây chỉ có số đã công bố: counts=published.' })
  }
  // Read before the answer is made: a change in between makes the answer newer than it says, never older.
  const clock = await inScope(exploring.db, { reach: 'public' }, publicChanges)
  const explored = await explore(exploring, await exploreGround(exploring), asked)
  if (!explored.ok) {
    if (explored.kind !== 'refused') throw new Error(`Nobody is kept from a public question: ${explored.kind}`)
    const { refusal } = explored
    return { ok: false, refusal: { code: refusal.code, field: fieldOf(refusal), message: askedRefusalText(refusal) } }
  }
  const dated = { asOf: dayInVietnam(exploring.now), clock }
  return {
    ok: true,
    value: {
      item: openCubeOf(explored.value, dated),
      rows: () => openCubeRows(explored.value),
      words: () => explored.value,
    },
  }
}

function notRead(doubt: { field: QuestionField; sentence: string } | undefined): Answered {
  if (!doubt) throw new Error('A question was not read, and nothing says why')
  return { ok: false, refusal: { code: 'not-read', field: doubt.field, message: doubt.sentence } }
}
