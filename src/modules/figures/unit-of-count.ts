/**
 * What one cell counts. The parts of some indicators are counted each in its own unit, written in their order: “ban, dự án,
 * kiến nghị”; “tin, bài” of an indicator without parts is one unit.
 */
export function unitOfCell(unitOfCount: string, dimensions: readonly string[], dimension: string): string {
  const units = unitOfCount.split(', ')
  if (dimension === '' || units.length === 1) return unitOfCount
  return units[Math.min(dimensions.indexOf(dimension), units.length - 1)] ?? unitOfCount
}
