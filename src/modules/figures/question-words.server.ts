import { sql } from 'kysely'
import { dayInVietnam } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { periodsInUse } from '#platform/periods.ts'
import { lastVersionOf, type Register } from '#modules/territory/register.ts'
import type { QuestionOwner } from './question.server.ts'
import type { NamedIndicator } from './question-words-indicators.ts'
import type { WordBook } from './question-words-reading.ts'

/** What questions in words are read by today, for one reader; null: for anybody. */
export async function wordBook(tx: Tx, register: Register, now: Date, owner: QuestionOwner): Promise<WordBook> {
  const today = dayInVietnam(now)
  const { book } = await periodsInUse(tx, today)
  const codeOf = (unit: NonNullable<QuestionOwner>['unit']): string => lastVersionOf(register, unit)?.code ?? ''
  return {
    indicators: await namedIndicators(tx, today, owner !== null),
    register,
    today,
    periods: book,
    own: owner && { unit: codeOf(owner.unit), province: codeOf(owner.province), provinceId: owner.province },
  }
}

/** By the names they have today; what is counted no more keeps its last one. */
async function namedIndicators(tx: Tx, today: string, isOfficer: boolean): Promise<NamedIndicator[]> {
  const rows = await tx
    .selectFrom('indicator_version')
    .select(['indicator_code as code', 'name', 'dimensions'])
    .distinctOn('indicator_code')
    // What officers count for themselves is not named to anybody else.
    .where('sensitivity', 'in', isOfficer ? ['public', 'internal', 'total-only'] : ['public', 'total-only'])
    .orderBy('indicator_code')
    .orderBy(sql`valid @> ${today}::date`, 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows
}
