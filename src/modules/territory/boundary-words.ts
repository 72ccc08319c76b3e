import { mostFeatures, mostPlaces, type BoundaryProblem } from './boundary-file.ts'

const thousands = new Intl.NumberFormat('vi-VN')

/** What is wrong and what to do. */
const sentences: Record<BoundaryProblem['why'], (given: string) => string> = {
  'not-json': () => 'Tệp không phải JSON. Xin xuất lại ranh giới ra GeoJSON.',
  'not-geojson': () => 'Tệp không phải một FeatureCollection của GeoJSON (RFC 7946). Xin xuất lại ra GeoJSON.',
  'other-coordinates': () =>
    'Tệp dùng hệ tọa độ khác. Xin xuất lại theo kinh độ, vĩ độ WGS 84 (EPSG:4326), không dùng VN-2000.',
  'no-features': () => 'Tệp không có ranh giới nào.',
  'too-many-features': () => `Tệp có hơn ${thousands.format(mostFeatures)} ranh giới. Xin chia thành nhiều tệp.`,
  'too-many-places': () => `Tệp có hơn ${thousands.format(mostPlaces)} điểm. Xin đơn giản hóa ranh giới trước.`,
  'no-source': () => 'Tệp không nói lấy ở đâu. Xin ghi "source" trong tệp hoặc thêm --source "<nguồn>".',
  'no-licence': () => 'Tệp không nói được dùng thế nào. Xin ghi "licence" trong tệp hoặc thêm --licence "<giấy phép>".',
  'no-unit': () =>
    'không nói là đơn vị nào. Xin ghi thuộc tính "unit" (mã của Khéo) hoặc "official_code", hoặc thêm --property <tên thuộc tính>.',
  'bad-day': (given) => `ngày "${given}" không đọc được. Xin ghi như 2025-07-01.`,
  'days-out-of-order': () => 'ngày hết hiệu lực đứng trước ngày bắt đầu.',
  'not-an-area': () => 'không phải Polygon hay MultiPolygon.',
  'not-a-place': (given) => `"${given}" không phải một tọa độ.`,
  'turned-round': (given) => `tọa độ ${given} bị đảo: GeoJSON ghi kinh độ trước, vĩ độ sau.`,
  outside: (given) => `tọa độ ${given} nằm ngoài Việt Nam (kinh độ 101–119, vĩ độ 5–25).`,
  'ring-open': () => 'đường ranh giới không khép kín: điểm cuối phải là điểm đầu.',
  'ring-short': () => 'đường ranh giới có ít hơn 4 điểm.',
  'nothing-to-draw': () => 'đường ranh giới không bao lấy gì.',
  'unknown-unit': (given) => `mã "${given}" không có trong sổ đơn vị.`,
  'not-in-force': (given) => `đơn vị "${given}" không có vào những ngày đó.`,
  'given-twice': (given) => `đơn vị "${given}" được cho hai ranh giới trong cùng một ngày.`,
}

/** More lines than this are counted, not listed. */
const mostLines = 20

/** Everything that is wrong with a file, a line each. */
export function problemLines(problems: readonly BoundaryProblem[]): string[] {
  const lines = problems.slice(0, mostLines).map(({ at, why, given }) => {
    const sentence = sentences[why](given ?? '')
    return at === null ? sentence : `Ranh giới thứ ${at}: ${sentence}`
  })
  const more = problems.length - lines.length
  return more > 0 ? [...lines, `và ${thousands.format(more)} chỗ khác.`] : lines
}
