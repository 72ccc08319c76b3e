/** Who runs this installation and where to reach them, in their own words; null where nobody has said. */
export type OperatingBody = { name: string | null; contact: string | null }

const longest = 300

/** KHEO_OPERATOR_NAME, KHEO_OPERATOR_CONTACT: printed on the privacy notice and the accessibility statement. */
export function operatingBodyFrom(env: Record<string, string | undefined>): OperatingBody {
  return { name: lineOf(env['KHEO_OPERATOR_NAME']), contact: lineOf(env['KHEO_OPERATOR_CONTACT']) }
}

function lineOf(text: string | undefined): string | null {
  const line = (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, longest)
  return line === '' ? null : line
}
