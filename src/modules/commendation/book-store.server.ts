import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { AwardLevel } from './award.ts'
import type { CommendationAct, CommendationBook, CommendationRule } from './law.ts'

/** The reference data of commendation, with the numbers that a province set for itself. */
export async function readBook(tx: Tx, province: Id<'Unit'>): Promise<CommendationBook> {
  const acts = await tx
    .selectFrom('commendation_act')
    .select(['code', 'kind', 'name', 'source', 'is_verified', from, until])
    .orderBy(sql`lower(valid)`)
    .orderBy('code')
    .execute()
  const forms = await tx.selectFrom('commendation_form').selectAll().orderBy('sort_order').execute()
  const competences = await tx
    .selectFrom('commendation_competence')
    .select(['form_code', 'level', 'issuer', 'signer_title', 'layout', 'article', 'source', 'is_verified', from, until])
    .orderBy('code')
    .execute()
  const lines = await tx.selectFrom('commendation_line').selectAll().orderBy('sort_order').execute()
  return {
    // The checks of these tables hold kind and level to the known words.
    acts: acts.map((row) => ({
      code: row.code,
      kind: row.kind as CommendationAct['kind'],
      name: row.name,
      ...daysOf(row),
      source: row.source,
      isVerified: row.is_verified,
    })),
    forms: forms.map((row) => ({
      code: row.code,
      name: row.name,
      title: row.title,
      countsAs: row.counts_as,
      forCollective: row.for_collective,
      forIndividual: row.for_individual,
      source: row.source,
      isVerified: row.is_verified,
    })),
    competences: competences.map((row) => ({
      form: row.form_code,
      level: row.level as AwardLevel,
      ...daysOf(row),
      issuer: row.issuer,
      signerTitle: row.signer_title,
      layout: row.layout,
      article: row.article,
      source: row.source,
      isVerified: row.is_verified,
    })),
    lines: lines.map((row) => ({ code: row.code, name: row.name, shortName: row.short_name, source: row.source })),
    rules: await readRules(tx, province),
  }
}

const from = sql<string | null>`lower(valid)::text`.as('from')
const until = sql<string | null>`upper(valid)::text`.as('until')

function daysOf(row: { from: string | null; until: string | null }): {
  from: LocalDate | null
  until: LocalDate | null
} {
  return { from: row.from ? localDate(row.from) : null, until: row.until ? localDate(row.until) : null }
}

async function readRules(tx: Tx, province: Id<'Unit'>): Promise<CommendationRule[]> {
  const rows = await tx
    .selectFrom('commendation_rule as rule')
    .leftJoin('commendation_setting as setting', (join) =>
      join.onRef('setting.rule_code', '=', 'rule.code').on('setting.province_id', '=', province),
    )
    .select(['rule.code', 'rule.sentence', 'rule.article', 'rule.value', 'rule.unit_of_value', 'rule.source'])
    .select(['rule.is_verified', 'setting.value as own', 'setting.source as ownSource'])
    .orderBy('rule.sort_order')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    sentence: row.sentence,
    article: row.article,
    value: row.own ?? row.value,
    unitOfValue: row.unit_of_value,
    isSetHere: row.own !== null,
    source: row.ownSource ?? row.source,
    isVerified: row.is_verified,
  }))
}

export async function saveSetting(
  tx: Tx,
  province: Id<'Unit'>,
  rule: string,
  value: { value: string; source: string },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('commendation_setting')
    .values({ province_id: province, rule_code: rule, ...value, changed_at: at })
    .onConflict((conflict) => conflict.columns(['province_id', 'rule_code']).doUpdateSet({ ...value, changed_at: at }))
    .execute()
}
