import { expect, test } from 'vitest'
import { migrate } from '../../src/platform/migrations.ts'
import { asking, withLanded } from './landed.ts'

const province = '018f0000-0000-7000-8000-000000000001'
const unit = (number: number): string => `018f0000-0000-7000-8000-00000000010${number}`
const report = (number: number): string => `018f0000-0000-7000-8000-00000000020${number}`
const statuses = ['draft', 'submitted', 'returned', 'accepted', 'published'] as const

/** One report of each status, of a commune each, with one figure that was typed twice. */
function recorded(): string {
  const units = [province, ...statuses.map((_, at) => unit(at))]
  const days = `'2026-01-01', '2026-03-31'`
  const rows = statuses.map((status, at) => {
    const figure = (amount: number): string =>
      `'F05@1', '', ${days}, 'reported', 'exact', ${amount}, '${amount}', '', 'typed', now()`
    return `
      insert into report (province_id, id, unit_id, template_version, regime, period_from, period_to, status, created_at, changed_at)
        values ('${province}', '${report(at)}', '${unit(at)}', 'm@1', 'quarter', ${days}, '${status}', now(), now());
      insert into figure_value (province_id, unit_id, indicator_version, dimension, period_from, period_to, state, qualifier,
        amount, raw, note, basis, changed_at) values ('${province}', '${unit(at)}', ${figure(20 + at)});
      insert into figure_change (province_id, n, unit_id, indicator_version, dimension, period_from, period_to, state, qualifier,
        amount, raw, note, basis, changed_at) values ('${province}', ${2 * at + 1}, '${unit(at)}', ${figure(10 + at)}),
        ('${province}', ${2 * at + 2}, '${unit(at)}', ${figure(20 + at)});`
  })
  return `
    insert into unit (id, code) values ${units.map((id, at) => `('${id}', 'u-${at}')`).join(', ')};
    insert into indicator values ('F05', 'F');
    insert into indicator_version (id, indicator_code, version, name, english_name, unit_of_count, numeral, nature, over_time,
      over_territory, direction, sensitivity, counts, frequency, source)
      values ('F05@1', 'F05', 1, 'Hồ sơ', 'Dossiers', 'hồ sơ', 'count', 'flow', 'sum', 'sum', 'more-is-better', 'public', '', 'Q', '');
    insert into template values ('m');
    insert into template_version (id, template_code, version, valid, name, carried_by, days_to_submit, source)
      values ('m@1', 'm', 1, '(,)', 'M', '{commune}', 10, '');
    insert into figure_clock values ('${province}', 10);
    ${rows.join('')}`
}

test('figures of version 0.3.0 come to know their report and how far it had come, in values and in history', () =>
  withLanded('0.3.0.sql', async (url) => {
    await asking(url, (client) => client.query(recorded()))
    await migrate(url)
    const asked = await asking(url, (client) =>
      client.query<{ id: string; standing: string; value: string; changes: string }>(
        `select set.id, set.standing, value.amount::int as value,
           (select string_agg(amount::int::text, ' ' order by n) from figure_change as change
            where (change.province_id, change.set_id) = (set.province_id, set.id)) as changes
         from figure_set as set join figure_value as value on (value.province_id, value.set_id) = (set.province_id, set.id)
           and value.unit_id = set.unit_id
         order by set.id`,
      ),
    )
    const standings = ['open', 'handed-in', 'open', 'accepted', 'published']
    expect(asked.rows).toEqual(
      standings.map((standing, at) => ({
        id: report(at),
        standing,
        value: 20 + at,
        changes: `${10 + at} ${20 + at}`,
      })),
    )
  }))
