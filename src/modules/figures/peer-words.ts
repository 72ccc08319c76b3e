import { formatAmount, type Numeral } from '#kernel/numerals.ts'
import { formatQuantity, quantity, roundTo, type Quantity } from '#kernel/quantity.ts'
import type { UnitKind } from '#modules/territory/unit.ts'
import { fewestPeers, type LeftOut, type PeerBand, type PeerPlace, type Peers } from './peers.ts'

/** What a unit of a kind is called inside a sentence. */
export const kindWord: Record<UnitKind, string> = {
  province: 'tỉnh',
  city: 'thành phố',
  'rural-district': 'huyện',
  'urban-district': 'quận',
  'district-town': 'thị xã',
  commune: 'xã',
  ward: 'phường',
  township: 'thị trấn',
  'special-zone': 'đặc khu',
}

/** Whom a unit is compared with, and why with them: `12 xã trong tỉnh có 4.500–18.000 dân (bằng nửa đến gấp đôi)`. */
export function peersSentence(peers: Peers): string {
  const { units, by, band, own, sized, unknown } = peers
  const word = kindWord[peers.kind]
  const where = peers.within === 'province' ? 'trong tỉnh' : 'trong cả nước'
  if (by === 'size' && band)
    return `So với ${units.length} ${word} ${where} có ${peopleBetween(band)} (bằng nửa đến gấp đôi).`
  const why =
    own === null
      ? 'chưa ghi số dân của đơn vị này nên không chọn được nơi cùng cỡ'
      : `chỉ có ${sized ?? 0} ${word} cùng cỡ${unknown > 0 ? `, ${unknown} ${word} chưa ghi số dân` : ''}`
  return `So với tất cả ${units.length} ${word} khác ${where}: ${why}.`
}

/** `4.500 đến 18.000 dân`. */
export function peopleBetween({ from, to }: { from: number; to: number }): string {
  return `${people(Math.ceil(from))} đến ${people(Math.floor(to))} dân`
}

function people(count: number): string {
  return formatQuantity(quantity(count))
}

const placeWord: Record<PeerPlace, string> = {
  'below-all': 'thấp hơn tất cả',
  'lowest-quarter': 'trong một phần tư thấp nhất',
  middle: 'trong nửa ở giữa',
  'highest-quarter': 'trong một phần tư cao nhất',
  'above-all': 'cao hơn tất cả',
}

/** Where a unit stands among its peers: `trong nửa ở giữa`. */
export function placeText(place: PeerPlace): string {
  return placeWord[place]
}

type Of = { numeral: Numeral; unitOfCount: string }

/** How the peers lie and where the unit stands among them, in words. */
export function bandSentence(band: PeerBand, of: Of): string {
  if (band.kind === 'too-few')
    return `Chỉ có ${band.counted} nơi cùng loại có số, ít hơn ${fewestPeers} nên không tính khoảng giữa${leftOutWords(band.leftOut)}.`
  const amount = (value: Quantity): string => amountIn(value, of)
  const middle = `Một nửa số nơi nằm giữa ${amount(band.lower)} và ${amount(band.upper)}, ở giữa là ${amount(band.median)}; tính trên ${band.counted} nơi có số${leftOutWords(band.leftOut)}.`
  return band.own
    ? `${ownWords(band.own, band.counted, of)} ${middle}`
    : `Đơn vị này chưa có số chính xác để xếp. ${middle}`
}

type Own = { amount: Quantity; above: number; below: number; place: PeerPlace }

function ownWords({ amount, above, below, place }: Own, counted: number, of: Of): string {
  const equal = counted - above - below
  const beside = [
    ...(below > 0 ? [`cao hơn ${below}`] : []),
    ...(equal > 0 ? [`bằng ${equal}`] : []),
    ...(above > 0 ? [`thấp hơn ${above}`] : []),
  ].join(', ')
  return `Đơn vị này có ${amountIn(amount, of)}, ${placeWord[place]}: ${beside} nơi.`
}

function amountIn(value: Quantity, { numeral, unitOfCount }: Of): string {
  // A quartile may fall between two counts: half a thing is said as a half, not as four decimals.
  return `${formatAmount(roundTo(value, 2), 'exact', numeral)}${unitOfCount === '%' ? '%' : ''}`
}

function leftOutWords({ hedged, missing, notApplicable }: LeftOut): string {
  const parts = [
    ...(missing > 0 ? [`${missing} nơi chưa có số`] : []),
    ...(hedged > 0 ? [`${hedged} nơi có số làm tròn`] : []),
    ...(notApplicable > 0 ? [`${notApplicable} nơi không áp dụng`] : []),
  ]
  return parts.length === 0 ? '' : `, không kể ${parts.join(', ')}`
}
