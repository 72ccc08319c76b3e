import type { Issuer, Layout, Signature } from '#kernel/document.ts'

/** How surely the words of an issuing body are known; `unverified` is said on the page where the layout is chosen. */
export type IssuingCertainty = 'article' | 'second-hand' | 'unverified' | 'ours' | 'set-by-province'

/** A row of `db/reference/issuing_body.csv`, or what a province set in its place: the words of every unit of a kind, with `{unit}` and the like still open. */
export type IssuingPattern = {
  layout: Layout
  isDefault: boolean
  superior: string
  body: string
  symbol: string
  signsFor: string
  signerTitle: string
  recipients: readonly string[]
  certainty: IssuingCertainty
  /** Where it is signed; the name of the unit without its kind where nobody says otherwise. */
  place?: string
}

/** Cơ quan ban hành: who issues a unit's report in one layout, under which names. */
export type IssuingBody = {
  layout: Layout
  isDefault: boolean
  /** Within a sentence: `Đảng ủy xã Sông Xanh`. */
  name: string
  issuer: Issuer
  symbol: string
  place: string
  signature: Signature
  recipients: readonly string[]
  certainty: IssuingCertainty
}

/** Fills the words of a kind of unit with the names of one. `provincial` is the pattern of its province in the same layout. */
export function issuingBody(
  pattern: IssuingPattern,
  unitName: string,
  provinceName: string,
  provincial: IssuingPattern | null,
): IssuingBody {
  const words: Record<string, string> = {
    unit: lowerFirst(unitName),
    place: placeOf(unitName),
    province: lowerFirst(provinceName),
    provincial: provincial ? oneLine(filled(provincial.body, namesOf(provinceName))) : '',
  }
  const body = filled(pattern.body, words)
  const superior = filled(pattern.superior, words)
  return {
    layout: pattern.layout,
    isDefault: pattern.isDefault,
    name: oneLine(body),
    issuer: { superior: superior === '' ? null : inCapitals(superior), body: inCapitals(body) },
    symbol: pattern.symbol,
    place: pattern.place === undefined ? placeOf(unitName) : filled(pattern.place, words),
    signature: {
      rights: [{ authority: 'on-behalf', of: inCapitals(filled(pattern.signsFor, words)) }],
      title: inCapitals(filled(pattern.signerTitle, words)),
      name: null,
    },
    recipients: pattern.recipients.map((recipient) => filled(recipient, words)),
    certainty: pattern.certainty,
  }
}

/** The body of the wished layout, else the one that the data sets first; throws where the data has none. */
export function chosenBody(bodies: readonly IssuingBody[], wish: Layout | null): IssuingBody {
  const chosen =
    bodies.find((body) => body.layout === wish) ?? bodies.find((body) => body.isDefault) ?? bodies.at(0) ?? null
  if (!chosen) throw new Error('db/reference/issuing_body.csv has nothing for this kind of unit')
  return chosen
}

/** `Sông Xanh` of `Xã Sông Xanh`. */
export function placeOf(unitName: string): string {
  return unitName.replace(/^(Xã|Phường|Đặc khu|Thị trấn|Huyện|Quận|Thị xã|Tỉnh|Thành phố)\s+/, '')
}

function namesOf(unitName: string): Record<string, string> {
  return { unit: lowerFirst(unitName), place: placeOf(unitName), province: lowerFirst(unitName) }
}

function filled(pattern: string, words: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name]
    if (word === undefined) throw new Error(`Words of an issuing body: {${name}} is not known`)
    return word
  })
}

/** So many capitals stand on one line of the left column; a longer name goes on at its `|`, not in the middle of a name. */
const longestLine = 21

function inCapitals(words: string): string {
  const capitals = words.toLocaleUpperCase('vi')
  return capitals.length > longestLine ? capitals.replaceAll('|', '\n') : oneLine(capitals)
}

function oneLine(words: string): string {
  return words.replaceAll('|', ' ')
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}
