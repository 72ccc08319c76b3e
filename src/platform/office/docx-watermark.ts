import { ImportedXmlComponent, type ParagraphChild } from 'docx'
import { roughLength } from './docx-parts.ts'
import type { LayoutProfile } from './layout.ts'

/** Words across the page behind the text, as Word itself draws a watermark: a VML text path in the header. None for no words. */
export function watermark(words: string | undefined, layout: LayoutProfile): ParagraphChild[] {
  if (words === undefined) return []
  const size = layout.watermark.value
  const width = Math.round((roughLength(words, size) * 72) / 25.4)
  const place = [
    `position:absolute;width:${width}pt;height:${size}pt;rotation:315;z-index:-251`,
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin',
    'mso-position-vertical:center;mso-position-vertical-relative:margin',
  ].join(';')
  const face = `font-family:&quot;${layout.typeface.value.word}&quot;;font-size:${size}pt`
  const run = ImportedXmlComponent.fromXmlString(
    [
      `<w:r ${spaces}><w:rPr><w:noProof/></w:rPr><w:pict>`,
      '<v:shapetype id="kheo-mark" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">',
      '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>',
      `<v:shape id="kheo-draft" type="#kheo-mark" style="${place}" fillcolor="#d9d9d9" stroked="f" o:allowincell="f">`,
      `<v:textpath style="${face}" string="${words}"/></v:shape></w:pict></w:r>`,
    ].join(''),
  )
  // The library types what may stand in a paragraph by its own classes; a run that was read from XML is written as it stands.
  return [run as unknown as ParagraphChild]
}

const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')
