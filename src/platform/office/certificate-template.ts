/**
 * The Typst program that sets certificates, one a page. One constant: the words and the layout arrive as JSON through `sys.inputs`,
 * so whatever a person typed is a string to Typst and can never be markup, code or a file path.
 */
export const certificateTemplate = String.raw`
#let given = json(bytes(sys.inputs.certificates))
#let rules = json(bytes(sys.inputs.layout))
#let options = json(bytes(sys.inputs.options))
#let margins = rules.margins.value
#let paper = rules.paper.value
#let room = (paper.width - margins.left - margins.right) * 1mm

#let frame = {
  let it = rules.frame.value
  let ring(at, width) = place(dx: at * 1mm, dy: at * 1mm, rect(
    width: (paper.width - 2 * at) * 1mm, height: (paper.height - 2 * at) * 1mm, stroke: width + rgb(it.colour),
  ))
  ring(it.outer, 2.4pt)
  ring(it.inner, 0.6pt)
}

#set document(title: options.title)
#set page(
  width: paper.width * 1mm,
  height: paper.height * 1mm,
  margin: (top: margins.top * 1mm, bottom: margins.bottom * 1mm, left: margins.left * 1mm, right: margins.right * 1mm),
  background: if options.frame { frame },
)
#set text(
  font: "Tinos", fallback: false, lang: "vi", region: "VN", top-edge: 0.891em, bottom-edge: -0.216em, hyphenate: false, ligatures: false,
)
#set par(leading: 0.2em, spacing: 0.2em)

// A word longer than any Vietnamese one would run over the edge: its letters become boxes, between which a line may break.
#let whole(words) = box(baseline: 0.216em, words)
#let breakable(words) = {
  let parts = words.split(" ")
  if parts.any(word => word.len() > 24) {
    parts.map(word => if word.len() > 24 { word.clusters().map(whole).join() } else { word }).join(" ")
  } else { words }
}

// As large as it may be and still within its height; lines wrap before letters shrink below what can be read.
#let fitted(rule, words) = context {
  let height = rule.height * 1mm
  let set-at(size) = block(width: room, {
    set par(justify: false)
    align(center, text(size * 1pt, weight: if rule.bold { "bold" } else { "regular" }, breakable(words)))
  })
  let size = rule.largest
  while size > rule.smallest and measure(set-at(size), width: room).height > height { size -= 0.5 }
  block(width: room, height: height, align(center + horizon, set-at(size)))
}

#let crown = align(center, for it in rules.crown.value {
  let words = text(it.size * 1pt, weight: "bold", it.words)
  block(above: 2pt, below: 0pt, words)
  if it.ruled { context block(above: 3pt, below: 0pt, line(length: measure(words).width, stroke: 0.7pt)) }
})

#let foot(it) = {
  set text(size: rules.foot.value.size * 1pt)
  grid(
    columns: (1fr, 1fr),
    align: (left + bottom, center + bottom),
    { par(breakable(it.decision)); par(it.book) },
    {
      par(text(style: "italic", it.placeAndDay))
      par(text(weight: "bold", breakable(it.signerTitle)))
      v(rules.foot.value.signatureRoom * 1mm)
      par(text(weight: "bold", breakable(it.signer)))
    },
  )
}

#for (at, it) in given.enumerate() {
  if at > 0 { pagebreak() }
  if options.mark != "" {
    place(top + right, dy: -6mm, text(10pt, style: "italic", fill: rgb("#9b1c1c"), options.mark))
  }
  crown
  v(3mm)
  fitted(rules.issuer.value, it.issuer)
  align(center, text(rules.verb.value.size * 1pt, weight: "bold", rules.verb.value.words))
  align(center, text(rules.title.value.size * 1pt, weight: "bold", fill: rgb(rules.title.value.colour), it.title))
  fitted(rules.recipient.value, it.recipient)
  if it.about != "" { fitted(rules.about.value, it.about) }
  fitted(rules.achievement.value, it.achievement)
  place(bottom + left, block(width: room, foot(it)))
}
`
