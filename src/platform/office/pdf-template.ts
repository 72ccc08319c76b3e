/**
 * The Typst program that sets a document by its layout profile. It is one constant: the document and its layout arrive as JSON through
 * `sys.inputs`, so whatever a person typed is a string to Typst and can never be markup, code or a file path.
 */
export const pdfTemplate = String.raw`
#let printed = json(bytes(sys.inputs.printed))
#let rules = json(bytes(sys.inputs.layout))
#let given = printed.document

#let points(name) = rules.at(name).value * 1pt
#let millimetres(name) = rules.at(name).value * 1mm
// Word's "single" line of this face is 1.149 of its size, 1.107 of it ink: both formats then break pages alike.
#let leading(multiple) = (multiple * 1.149 - 1.107) * 1em
#let single = leading(1)
// Lines at an exact distance keep it whatever stands on them, as in Word.
#let running = {
  let it = rules.lineSpacing.value
  if it.kind == "multiple" { leading(it.times) } else { it.points * 1pt - 1.107em }
}

#let signing-day = if given.day == none { none } else {
  let (year, month, day) = given.day.split("-").map(int)
  datetime(year: year, month: month, day: day)
}

#set document(title: printed.title, author: given.issuer.body.replace("\n", " "), date: signing-day)
#set page(
  width: rules.paper.value.width * 1mm,
  height: rules.paper.value.height * 1mm,
  margin: (
    top: rules.margins.value.top * 1mm,
    bottom: rules.margins.value.bottom * 1mm,
    left: rules.margins.value.left * 1mm,
    right: rules.margins.value.right * 1mm,
  ),
  background: if "watermark" in given {
    rotate(-45deg, text(points("watermark"), weight: "bold", fill: luma(225), given.watermark))
  },
  header-ascent: 0pt,
  // Each appendix is counted on its own, and no first page carries its number.
  header: context if counter(page).get().first() > 1 {
    place(top + center, dy: millimetres("pageNumberFromTop"), text(points("pageNumber"), counter(page).display("1")))
  },
)
#set text(
  font: rules.typeface.value.pdf,
  fallback: false,
  lang: given.language,
  region: "VN",
  size: points("words"),
  top-edge: 0.891em,
  bottom-edge: -0.216em,
  hyphenate: false,
  ligatures: false,
  overhang: false, // else a comma hangs in the right margin
  number-width: "tabular",
)
#set par(leading: single, spacing: single)

// A box stands on its lower edge, 0.216em below the letters: without the baseline its words float above their line.
#let whole(words) = box(baseline: 0.216em, words)

// A word longer than any Vietnamese one (a web address, a row of dots) would run off the page: its letters become
// boxes, between which a line may break, and the text copied from the page stays whole.
#let is-long(word) = word.len() > 24
#let breakable(words) = {
  let parts = words.split(" ")
  if parts.any(is-long) {
    parts.map(word => if is-long(word) { word.clusters().map(whole).join() } else { word }).join(" ")
  } else { words }
}

#let run(piece, slanted: false) = {
  let weight = if piece.at("bold", default: false) { "bold" } else { "regular" }
  let style = if slanted or piece.at("italic", default: false) { "italic" } else { "normal" }
  text(weight: weight, style: style, breakable(piece.text))
}
// In a sentence "trên 3.200" stays on one line; in a narrow cell it may wrap.
#let runs(pieces, slanted: false) = pieces.map(piece => {
  let words = run(piece, slanted: slanted)
  if piece.kind == "figure" and piece.text.len() < 48 { whole(words) } else { words }
}).join([])

// A line under words: a share of what they measure, or of the column where they wrap.
#let with-rule(share, words) = layout(room => {
  let length = share * calc.min(measure(words).width, room.width)
  stack(spacing: 3pt, words, align(center, line(length: length, stroke: 0.6pt)))
})

#let issuer = {
  if given.issuer.superior != none { par(text(points("superior"), given.issuer.superior)) }
  let body = text(points("body"), weight: "bold", given.issuer.body)
  let under = rules.underBody.value
  if under.kind == "star" { stack(spacing: 1pt, body, text(points("body"), "*")) } else { with-rule(under.share, body) }
}
#let crown = for it in rules.crown {
  let words = text(it.size.value * 1pt, weight: "bold", it.words.value)
  if it.rule == none { par(words) } else { with-rule(it.rule.value, words) }
}

#let is-official = rules.frame.value == "official"
#if is-official { grid(
  columns: (millimetres("leftColumn"), 1fr),
  align: center,
  row-gutter: 9pt,
  issuer, crown,
  {
    par(text(points("number"), printed.numberLine))
    if printed.letterSubject != none {
      let look = rules.letterSubject.value
      v(3pt, weak: true)
      par(text(look.size * 1pt, style: if look.italic { "italic" } else { "normal" }, breakable(printed.letterSubject)))
    }
  },
  text(points("placeAndDay"), style: "italic", printed.placeAndDayLine),
) }

#v(if is-official { 16pt } else { 0pt })
#let is-letter = "letterTo" in given
#if is-letter {
  let names = given.letterTo
  if names.len() == 1 { align(center, text(points("words"), "Kính gửi: " + names.first())) } else {
    pad(left: 30mm, {
      par(text(points("words"), "Kính gửi:"))
      for (at, name) in names.enumerate() {
        pad(left: 7mm, par(text(points("words"), "- " + breakable(name) + if at == names.len() - 1 { "." } else { ";" })))
      }
    })
  }
} else { align(center, {
  set par(spacing: 3pt)
  par(text(points("typeName"), weight: "bold", given.typeName))
  with-rule(rules.subjectRule.value, text(points("subject"), weight: "bold", breakable(given.subject)))
}) }
#v(if is-official { 12pt } else { 4pt })

#set par(
  justify: true,
  leading: running,
  spacing: running + points("paragraphGap"),
)
#let indent = millimetres("firstLineIndent")

#show heading: it => block(
  sticky: true,
  above: running + points("paragraphGap"),
  below: running + points("paragraphGap"),
  par(first-line-indent: (amount: indent, all: true), justify: true, it.body),
)
#show heading: set text(size: points("words"), weight: "regular")
#show heading.where(level: 1): set text(weight: "bold")
#show heading.where(level: 2): set text(weight: "bold")

#let sides = (left: left, centre: center, right: right)

// A section's name at the foot of a page names nothing. Rows under one unbreakable cell stay together: that cell stands
// in a last column without width, in two rows where the next one is sure to fit on a page.
#let section-cells(row, width, kept) = (
  table.cell(align: center + horizon, text(weight: "bold", row.mark)),
  table.cell(colspan: width - 1, align: left + horizon, text(weight: "bold", breakable(row.title))),
  table.cell(rowspan: if kept { 2 } else { 1 }, breakable: false, inset: 0pt, none),
)

// Rows stay whole, but one taller than a page would lose its end below the paper. A page of this type holds some 4,000
// letters over its full width, narrow columns fewer; 1,800 bytes is surely less than a page.
#let may-exceed-page(row, columns) = {
  let shares = columns.map(column => column.share).sum()
  row.cells.zip(columns).any(((cell, column)) => cell.text.len() > 1800 * column.share / shares)
}

#let table-block(it) = {
  set par(justify: false, leading: single, spacing: single, first-line-indent: 0pt)
  let above = points("paragraphGap") * 1.5
  v(above, weak: true)
  if "caption" in it {
    block(sticky: true, width: 100%, below: 5pt, align(center, text(points("tableCaption"), weight: "bold", breakable(it.caption))))
  }
  set text(size: points("table"))
  show table.cell: set par(justify: false)
  let follows(at) = at >= 0 and it.rows.at(at).kind == "section"
  let whole-row(at) = {
    let row = it.rows.at(at, default: (kind: "none"))
    row.kind == "cells" and not may-exceed-page(row, it.columns)
  }
  let cells = it.rows.enumerate().map(((position, row)) => if row.kind == "section" {
    section-cells(row, it.columns.len(), whole-row(position + 1))
  } else {
    let torn = may-exceed-page(row, it.columns)
    let last = if follows(position - 1) and not torn { () } else { (table.cell(inset: 0pt, none),) }
    row.cells.enumerate().map(((at, cell)) => table.cell(
      breakable: torn,
      align: sides.at(it.columns.at(at).align) + if torn { top } else { horizon },
      run(cell),
    )) + last
  }).flatten()
  table(
    columns: it.columns.map(column => column.share * 1fr) + (0pt,),
    stroke: 0.5pt,
    inset: (x: 3.5pt, y: 3.2pt),
    table.header(..it.columns.map(column => table.cell(align: center + horizon, text(weight: "bold", breakable(column.title)))), table.cell(inset: 0pt, none)),
    ..cells,
  )
  if "note" in it { block(above: 4pt, text(points("tableNote"), style: "italic", breakable(it.note))) }
  v(above, weak: true)
}

#for (at, it) in printed.blocks.enumerate() {
  if it.kind == "heading" {
    heading(level: it.level, breakable(it.text))
  } else if it.kind == "paragraph" or it.kind == "note" {
    let words = par(first-line-indent: (amount: indent, all: true), runs(it.runs, slanted: it.kind == "note"))
    // The last words go with the signature: a signature alone on a page could be put under anything.
    if at == printed.blocks.len() - 1 { block(sticky: true, width: 100%, words) } else { words }
  } else if it.kind == "table" {
    table-block(it)
  } else if it.kind == "pageBreak" {
    pagebreak(weak: true)
  }
}

#if is-official { v(10pt, weak: true) }
#if is-official { block(breakable: false, width: 100%, {
  set par(justify: false, leading: single, spacing: single)
  grid(
    columns: (1fr, 1fr),
    align: (left, center),
    {
      let look = rules.recipientsLabel.value
      let label = text(
        look.size * 1pt,
        weight: if look.bold { "bold" } else { "regular" },
        style: if look.italic { "italic" } else { "normal" },
        "Nơi nhận:",
      )
      par(if look.underline { underline(label) } else { label })
      set text(size: points("recipients"))
      for entry in printed.recipientLines { par(hanging-indent: 0.6em, breakable(entry)) }
    },
    {
      set text(size: points("signature"), weight: "bold")
      for entry in printed.rightLines { par(entry) }
      par(text(weight: if rules.signatureTitleIsBold.value { "bold" } else { "regular" }, given.signature.title))
      v(millimetres("signatureRoom"))
      if given.signature.name != none { par(given.signature.name) }
    },
  )
}) }
`
