import { redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { layoutOf } from '#modules/figures/answer-heads.ts'
import { answerCsv, answerWorkbook } from '#modules/figures/answer-files.ts'
import type { Reader } from '#modules/figures/cube-rights.ts'
import { controlOf, exploreAddress, readForm } from '#modules/figures/explore-form.ts'
import {
  explore,
  exploreGround,
  type Explored,
  type ExploreGround,
  type Exploring,
} from '#modules/figures/explore.server.ts'
import { askedRefusalText, fieldOf, type AskedRefusal } from '#modules/figures/question-refusal.ts'
import { readQuestion } from '#modules/figures/question-text.ts'
import type { AskedQuestion, QuestionReading } from '#modules/figures/question.ts'
import { downloadOf } from './download.server.ts'
import { doubtsOf, formOf, lookUp, type FieldError } from './explore-form.server.ts'
import { resultOf } from './explore-result.server.ts'

/** Where the page stands, and what it asks where an address asks nothing, or only a part. */
export type ExplorePlace = {
  path: '/desk/kham-pha' | '/kham-pha'
  reader: Reader
  usual(asked: AskedQuestion, ground: ExploreGround): Promise<AskedQuestion>
}

/** The form with what was typed in it, what was wrong with that, and the answer where there is one. */
export async function explorePage(locals: App.Locals, url: URL, place: ExplorePlace) {
  const today = dayInVietnam(locals.now)
  const exploring = exploringOf(locals, place.reader)
  const ground = await exploreGround(exploring)
  const { question, words } = readForm(url.searchParams)
  const found = lookUp(ground, words, place.reader, today)
  const reading: QuestionReading = found.asked
    ? { ok: true, asked: found.asked }
    : readQuestion([...question, ...found.added])
  const errors: FieldError[] = [...found.errors, ...doubtsOf(reading)]
  const isWhole = errors.length === 0 && found.elsewhere === null
  const asked = isWhole && !words.isSent ? await place.usual(reading.asked, ground) : reading.asked
  const answered = isWhole ? await explore(exploring, ground, asked) : null
  if (answered && !answered.ok) errors.push(errorOf(answered.kind === 'refused' ? answered.refusal : null))
  const query = exploreAddress(asked, words.columns)
  // The short address of the question instead of all that a form sends: it can be kept, sent and printed.
  if (words.isSent && answered?.ok) redirect(303, `${place.path}?${query}`)
  return {
    path: place.path,
    query,
    form: formOf(ground, { asked, words, found, reader: place.reader, today }),
    errors,
    elsewhere: found.elsewhere,
    result: answered?.ok ? resultOf(answered.value, words.columns, place.path) : null,
    asOf: asOfText(locals),
  }
}

/** The answer of the same address as a file; null for an address that is no question. */
export async function exploreFile(
  locals: App.Locals,
  url: URL,
  place: ExplorePlace & { issuer: string },
  kind: string,
): Promise<Response | null> {
  const exploring = exploringOf(locals, place.reader)
  const ground = await exploreGround(exploring)
  const { question, words } = readForm(url.searchParams)
  const reading = readQuestion(question)
  if (!reading.ok) return null
  const asked = await place.usual(reading.asked, ground)
  const answered = await explore(exploring, ground, asked)
  if (!answered.ok) return null
  const explored: Explored = answered.value
  const address = `${url.origin}${place.path}?${exploreAddress(asked, words.columns)}`
  const file = { ...explored, asOf: asOfText(locals), address }
  const name = explored.sentence.slice(0, 120)
  if (kind === 'csv') return csvResponse(answerCsv(file), name)
  const day = dayInVietnam(locals.now)
  const workbook = answerWorkbook(file, layoutOf(explored.heads, words.columns), { issuer: place.issuer, day })
  return kind === 'xlsx' ? downloadOf(kind, { document: null, workbook }, name) : null
}

function csvResponse(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="so-lieu.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
    },
  })
}

export function exploringOf(locals: App.Locals, reader: Reader): Exploring {
  return { db: locals.db, cube: locals.cube, reader, now: locals.now }
}

export function asOfText({ now }: App.Locals): string {
  return `${timeInVietnam(now)} ngày ${formatDay(dayInVietnam(now))}`
}

/** A no of the question, beside the control it is mended in. */
export function errorOf(refusal: AskedRefusal | null): FieldError {
  if (refusal === null) return { field: 'tim-chi-tieu', message: 'Không có số liệu nào để xem ở đây.' }
  return { field: controlOf[fieldOf(refusal)], message: askedRefusalText(refusal) }
}
