import { formatAmount, type Numeral } from '#kernel/numerals.ts'
import { roundTo, type Quantity } from '#kernel/quantity.ts'
import { unitAt, type Register } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { BesideWords } from './answer-table.ts'
import { drawnAmount, placesIn, type Besides } from './beside.ts'
import type { CubeAnswer } from './cube-answer.ts'
import type { CubeQuestion } from './cube-question.ts'
import { bandSentence, peersSentence, placeText } from './peer-words.ts'
import { peerBand, peersOf, type PeerBand, type Peers } from './peers.ts'
import type { UnitSize } from './unit-size.ts'

/** For so few units each is told in full, under the table, whom it is compared with. */
const fewUnits = 3

/** The peers of each unit of a question that is not the whole of the others; null for a unit that was not there. */
export function peersAsked(
  register: Register,
  sizes: readonly UnitSize[],
  { units, periods, map }: CubeQuestion,
  wholes: ReadonlySet<UnitId>,
): ReadonlyMap<UnitId, Peers | null> {
  const days = [...(map.kind === 'day' ? [map.day] : []), ...periods.map(({ to }) => to).toReversed()]
  const parts = units.filter((unit) => !wholes.has(unit) || units.length === 1)
  return new Map(
    parts.map((unit) => {
      const day = days.find((one) => unitAt(register, unit, one) !== null)
      // A province has no peers in itself.
      const isProvince = day !== undefined && unitAt(register, unit, day)?.level === 'province'
      return [unit, day ? peersOf(register, sizes, unit, day, isProvince ? 'country' : 'province') : null]
    }),
  )
}

/** Each number beside those of the units of its kind and size (so với đơn vị cùng loại, cùng cỡ). */
export function besidePeers(question: CubeQuestion, peersOfUnits: ReadonlyMap<UnitId, Peers | null>): Besides {
  const isFew = peersOfUnits.size <= fewUnits
  const [only = null] = peersOfUnits.size === 1 ? peersOfUnits.values() : []
  const units = [...new Set([...peersOfUnits.values()].flatMap((peers) => peers?.units ?? []))]
  const bandAt = (answer: CubeAnswer, place: Parameters<Besides['words']>[1]) => {
    const unit = question.units[place.unit]
    const peers = unit === undefined ? null : (peersOfUnits.get(unit) ?? null)
    if (!peers) return null
    const at = placesIn(answer.question, question, place)
    const cellOf = (one: UnitId) => answer.cell(at.measure, answer.question.units.indexOf(one), at.period)
    return { peers, band: peerBand(answer.cell(at.measure, at.unit, at.period), peers.units.map(cellOf)) }
  }
  return {
    periods: [],
    units,
    note: only ? peersSentence(only) : null,
    drawn: [
      {
        key: 'nhom-cung-loai',
        name: 'Ở giữa nhóm cùng loại',
        role: 'comparison',
        at(answer, place) {
          const found = bandAt(answer, place)
          return found?.band.kind === 'band' ? { cell: drawnAmount(roundTo(found.band.median, 2)), name: null } : null
        },
      },
    ],
    words(answer, place) {
      const measure = question.measures[place.measure]
      const found = bandAt(answer, place)
      if (!found || !measure) return { text: null, reason: null }
      return saidOf(found.peers, found.band, measure, only ? 'above' : isFew ? 'under' : 'short')
    },
  }
}

function saidOf(
  peers: Peers,
  band: PeerBand,
  of: { name: string; numeral: Numeral; unitOfCount: string },
  told: 'above' | 'under' | 'short',
): BesideWords {
  const isTold = told === 'under' || (told === 'short' && peers.by === 'kind')
  const whom = isTold ? peersSentence(peers) : null
  if (band.kind === 'too-few') return { text: null, reason: [whom, bandSentence(band, of)].filter(Boolean).join(' ') }
  const amount = (value: Quantity): string => formatAmount(roundTo(value, 2), 'exact', of.numeral)
  const own = band.own ? `; ${placeText(band.own.place)}` : ''
  const nearest = `${band.counted} nơi cùng ${peers.by === 'size' ? 'loại, cùng cỡ' : 'loại'}`
  const text = `ở giữa ${nearest}: ${amount(band.median)}; một nửa từ ${amount(band.lower)} đến ${amount(band.upper)}${own}`
  return { text, reason: whom }
}
