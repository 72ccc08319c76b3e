const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * A name as it is compared: without regard to capitals, spaces, hyphens, apostrophes, i and y, leading zeros, and to which
 * vowel of a syllable carries the tone (hòa, hoà).
 */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[’'`´]/g, '')
    .split(/[\s-]+/)
    .filter((word) => word !== '')
    .map((word) => (/^\d+$/.test(word) ? String(Number(word)) : syllable(word)))
    .join('')
}

function syllable(word: string): string {
  const tone = word.match(tones)?.join('') ?? ''
  return `${word.replace(tones, '').replaceAll('y', 'i').replaceAll('ð', 'đ')}${tone}`.normalize('NFC')
}

/** As {@link nameKey}, without diacritics at all: for a name that scanning or another list spells otherwise. */
export function looseKey(name: string): string {
  return nameKey(name)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
}

/** `Xã Hòa Phong` in Latin letters, for an address: `xa-hoa-phong`. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

export type Level = 'province' | 'district' | 'commune'

const kindsOf: Record<Level, [word: string, kind: string][]> = {
  province: [
    ['Tỉnh', 'province'],
    ['Thành phố', 'city'],
  ],
  district: [
    ['Huyện', 'rural-district'],
    ['Thị xã', 'district-town'],
    ['Thành phố', 'city'],
    ['Quận', 'urban-district'],
  ],
  commune: [
    ['Xã', 'commune'],
    ['Phường', 'ward'],
    ['Thị trấn', 'township'],
    ['Đặc khu', 'special-zone'],
  ],
}

/** `Thị trấn Hương An` → township, Hương An. Throws for a name without the word of its kind. */
export function splitName(level: Level, name: string): { kind: string; bare: string } {
  const found = kindsOf[level].find(([word]) => name.toLowerCase().startsWith(`${word.toLowerCase()} `))
  if (!found) throw new Error(`“${name}” does not say what kind of ${level} it is`)
  return { kind: found[1], bare: name.slice(found[0].length + 1).trim() }
}

/** The name with the word of its kind: township, Hương An → `Thị trấn Hương An`. */
export function fullName(level: Level, kind: string, bare: string): string {
  const word = kindsOf[level].find(([, one]) => one === kind)?.[0]
  if (!word) throw new Error(`There is no word for the kind ${kind} of a ${level}`)
  return `${word} ${bare}`
}
