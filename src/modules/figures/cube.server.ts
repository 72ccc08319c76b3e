import pg from 'pg'
import { done, refused, type Outcome } from '#kernel/outcome.ts'
import { openDatabase, type Db } from '#platform/database.ts'
import type { CubeAnswer, CubeOpened } from './cube-answer.ts'
import { notReady, readAgainst, refusalOf, type Asked } from './cube-asked.ts'
import { computeAnswer } from './cube-compute.ts'
import { makeRoom } from './cube-room.ts'
import { openedCell } from './cube-opened.ts'
import type { CubeQuestion, QuestionRefusal } from './cube-question.ts'
import { fill, hasNewDefinition, lookAgain, type Held, type Looking } from './cube-current.server.ts'
import type { Reader } from './cube-rights.ts'
import type { Asking } from './cube-views.ts'

/** Khối số liệu: the figures of the country in the memory of this process, as true as the database at every answer (docs/adr/0041). */
export type Cube = { readonly looking: Looking; readonly limit: number; close(): Promise<void> }

export type CubeOptions = { megabytes?: number; connections?: number }

const usualMegabytes = 512

/** One a process. It connects as `kheo_reader`, which reads figures and the register and nothing else. */
export function openCube(url: string, options: CubeOptions = {}): Cube {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'kheo-cube',
    max: options.connections ?? 4,
    // Compiling the question for freshness takes twenty times as long as running it.
    options: '-c role=kheo_reader -c statement_timeout=60000 -c jit=off',
  })
  // A connection that breaks while idle: the next question opens another, or fails in its asker's hands.
  pool.on('error', () => undefined)
  const db: Db = openDatabase(url, { role: 'kheo_reader', max: 1 })
  return {
    looking: { pool, db, held: null, waiting: null, sent: Promise.resolve() },
    limit: (options.megabytes ?? usualMegabytes) * 1024 * 1024,
    async close() {
      await Promise.all([pool.end(), db.destroy()])
    },
  }
}

/** How much memory the cube may take: KHEO_CUBE_MB, else 512. */
export function cubeFromEnvironment(url: string, environment: Record<string, string | undefined>): Cube {
  const megabytes = Number(environment.KHEO_CUBE_MB)
  return openCube(url, Number.isFinite(megabytes) && megabytes > 0 ? { megabytes } : {})
}

/** Answers a question about figures, cut to what its reader may see, as of the last commit before it was asked. */
export async function askCube(
  cube: Cube,
  reader: Reader,
  question: CubeQuestion,
): Promise<Outcome<CubeAnswer, QuestionRefusal>> {
  return answered(cube, reader, question, (asking, { plans }) => computeAnswer(asking, question, plans))
}

/** Opens one cell of an answer: the reports that it is from, and the units that are missing. */
export async function openCell(
  cube: Cube,
  reader: Reader,
  question: CubeQuestion,
  at: { measure: number; unit: number; period: number },
): Promise<Outcome<CubeOpened, QuestionRefusal>> {
  const [measure, unit, period] = [question.measures[at.measure], question.units[at.unit], question.periods[at.period]]
  if (!measure || unit === undefined || !period) {
    const of = !measure ? 'measures' : unit === undefined ? 'units' : 'periods'
    return refused({ code: 'nothing-asked', of })
  }
  const one: CubeQuestion = { ...question, measures: [measure], units: [unit], periods: [period] }
  return answered(cube, reader, one, (asking, { plans }) => {
    const [plan] = plans
    if (!plan) throw new Error('A question without a measure was not refused')
    return openedCell(asking, one, plan, { unit, period })
  })
}

/** Looks, reads what is missing, looks again, and answers at one moment in which nothing can change. */
async function answered<Value>(
  cube: Cube,
  reader: Reader,
  question: CubeQuestion,
  work: (asking: Asking, asked: Asked) => Value,
): Promise<Outcome<Value, QuestionRefusal>> {
  const refusal = refusalOf(question)
  if (refusal) return refused(refusal)
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const held = await lookAgain(cube.looking)
    const asked = readAgainst(held.memory, held.derived, reader, question)
    if (!asked.ok) {
      if (await isOutdated(cube, held, asked)) continue
      return asked
    }
    const missing = notReady(held.memory, asked.value)
    if (missing.years.length + missing.books.length === 0)
      return done(answerNow(cube, held, reader, question, asked.value, work))
    const tooMuch = await fill(cube.looking, held, missing, cube.limit)
    if (tooMuch) return refused({ code: 'too-many-cells', cells: tooMuch.values, most: tooMuch.most })
  }
  throw new Error('The figures changed faster than they could be read')
}

const mostAttempts = 20

/** An indicator that is not known may have come since the definitions were read. */
async function isOutdated(cube: Cube, held: Held, asked: Outcome<Asked, QuestionRefusal>): Promise<boolean> {
  if (asked.ok || asked.kind !== 'refused' || asked.refusal.code !== 'unknown-indicator') return false
  return hasNewDefinition(cube.looking, held, asked.refusal.given)
}

function answerNow<Value>(
  cube: Cube,
  held: Held,
  reader: Reader,
  question: CubeQuestion,
  asked: Asked,
  work: (asking: Asking, asked: Asked) => Value,
): Value {
  const value = work({ memory: held.memory, derived: held.derived, reader, question }, asked)
  makeRoom(held, asked, cube.limit)
  return value
}
