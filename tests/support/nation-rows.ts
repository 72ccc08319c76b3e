import type { RegisterRows } from '#modules/territory/register.ts'

type Insert = (text: string, values: unknown[]) => Promise<unknown>

/** An id of a unit or event that is the same for the same name. */
function uuidOf(name: string): string {
  const hex = Buffer.from(name.padEnd(16, '.').slice(-16)).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const rangeOf = (from: string | null, until: string | null): string => `[${from ?? ''},${until ?? ''}]`

/** Writes a generated country into an empty register. */
export async function insertNation(rows: RegisterRows, insert: Insert): Promise<void> {
  const units = [...new Map(rows.versions.map((version) => [version.unit, version.code]))]
  await insert('insert into unit (id, code) select * from unnest($1::uuid[], $2::text[])', [
    units.map(([unit]) => uuidOf(unit)),
    units.map(([, code]) => code),
  ])
  const column = <T>(read: (version: RegisterRows['versions'][number]) => T): T[] => rows.versions.map(read)
  await insert(
    `insert into unit_version (unit_id, valid, name, kind, level, parent_id, province_id, official_code)
     select * from unnest($1::uuid[], $2::daterange[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[])`,
    [
      column(({ unit }) => uuidOf(unit)),
      column(({ from, until }) => rangeOf(from, until)),
      column(({ name }) => name),
      column(({ kind }) => kind),
      column(({ level }) => level),
      column(({ parent }) => parent && uuidOf(parent)),
      column(({ province }) => uuidOf(province)),
      column(({ officialCode }) => officialCode),
    ],
  )
  await insert(
    `insert into territorial_event (id, kind, happened_on, aggregation, note)
     select * from unnest($1::uuid[], $2::text[], $3::date[], $4::text[], $5::text[])`,
    [
      rows.events.map(({ id }) => uuidOf(id)),
      rows.events.map(({ kind }) => kind),
      rows.events.map(({ on }) => on),
      rows.events.map(({ aggregation }) => aggregation),
      rows.events.map(({ note }) => note),
    ],
  )
  await insert(
    `insert into territorial_link (event_id, from_unit_id, to_unit_id, extent, share_ppm, share_source)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::text[])`,
    [
      rows.links.map(({ event }) => uuidOf(event)),
      rows.links.map(({ from }) => uuidOf(from)),
      rows.links.map(({ to }) => uuidOf(to)),
      rows.links.map(({ extent }) => extent),
      rows.links.map(({ share }) => share),
      rows.links.map(({ shareSource }) => shareSource),
    ],
  )
}
