import { error } from '@sveltejs/kit'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import { mayReadInitiatives } from '#modules/movement/policy.ts'
import { holderKindLabel, scopeLabel, stateLabel } from '#modules/movement/labels.ts'
import { initiativeRegister, type RegisterRow } from '#modules/movement/register-queries.server.ts'
import { wordsOn, wordSaid, type MovementWord } from '#modules/movement/words.ts'
import { contextOf } from '../context.ts'
import { askedAddress, registerAsked } from './asked.ts'
import { stateKind } from './state-kind.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const today = dayInVietnam(ctx.now)
  const thisYear = partsOf(today).year
  const asked = registerAsked(url, thisYear)
  const wanted = Number(/^\d{1,5}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)
  const outcome = await initiativeRegister(ctx, asked, wanted)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { rows, sums, words, units, years, ...page } = outcome.value
  const seesAll = mayReadInitiatives(ctx.actor)
  const said = (count: number): string => formatQuantity(quantity(String(count)))
  return {
    ...page,
    asked,
    query: askedAddress(url),
    isNarrowed: ['linh-vuc', 'cap', 'buoc', 'don-vi', 'loai', 'tim'].some((name) => url.searchParams.get(name)),
    years: [...new Set([thisYear, ...years])].toSorted((one, other) => other - one),
    rows: rows.map((row) => lineOf(row, words, seesAll)),
    sums: sums.map((one) => ({
      scope: scopeLabel[one.scope],
      facts: [
        { term: 'Đăng ký mới', value: said(one.registeredNew) },
        { term: 'Duy trì', value: said(one.kept) },
        { term: 'Được công nhận', value: said(one.recognised) },
        { term: 'Tiêu biểu', value: said(one.outstanding) },
      ],
    })),
    fields: wordsOn(words, 'field', today).map(({ code, label }) => ({ value: code, label })),
    scopes: Object.entries(scopeLabel).map(([value, label]) => ({ value, label })),
    states: Object.entries(stateLabel).map(([value, label]) => ({ value, label })),
    units: units.map(({ unit, name }) => ({ value: unit, label: name })),
    ...{ seesAll, receives: seesAll || ctx.actor.duty === 'commune-leader', saved: url.searchParams.get('da') },
    files: url.searchParams.get('so'),
  }
}

function lineOf(row: RegisterRow, words: readonly MovementWord[], seesAll: boolean) {
  const day = row.registeredOn ?? dayOf(row.year)
  return {
    id: row.id,
    name: row.name,
    unitName: seesAll ? row.unitName : null,
    holder: `${holderKindLabel[row.holderKind]}: ${row.holder}`,
    field: row.mainField === '' ? 'Chưa chọn lĩnh vực' : wordSaid(words, 'field', row.mainField, day),
    scope: scopeLabel[row.scope],
    kind: row.isNew ? 'Xây dựng mới' : 'Duy trì',
    state: { word: stateLabel[row.state], kind: stateKind(row.state) },
  }
}

function dayOf(year: number) {
  return dayInVietnam(new Date(Date.UTC(year, 0, 1)))
}
