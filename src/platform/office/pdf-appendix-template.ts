/**
 * The appendices, set after `pdfTemplate` by its rules and functions. The cells of a wide table are plain strings and share
 * their looks: a province of a hundred communes has twenty thousand of them.
 */
export const pdfAppendixTemplate = String.raw`
#let wide-table(it) = {
  set par(justify: false, leading: single, spacing: single)
  let size = points("wideTable")
  block(sticky: true, width: 100%, above: 8pt, below: 4pt, text(size + 2pt, weight: "bold", it.caption))
  set text(size: size)
  let width = it.columns.len()
  let cells = it.rows.map(row => {
    let written = if row.at("bold", default: false) { row.cells.map(cell => strong(cell)) } else { row.cells }
    if "over" in row {
      let words = if row.at("bold", default: false) { strong(row.over) } else { row.over }
      written + (table.cell(colspan: width - row.cells.len(), align: left + horizon, words),)
    } else { written }
  }).flatten()
  table(
    columns: it.columns.map(column => column.share * 1fr),
    align: it.columns.map(column => sides.at(column.align) + horizon),
    stroke: 0.5pt,
    inset: (x: 2.5pt, y: 2pt),
    table.header(..it.columns.map(column => table.cell(align: center + horizon, strong(breakable(column.title))))),
    ..cells,
  )
  if "note" in it { block(above: 4pt, text(size + 1pt, style: "italic", it.note)) }
}

// Said on the last page before an appendix: the next page is its first.
#if printed.appendices.len() > 0 { counter(page).update(0) }
#for appendix in printed.appendices {
  page(flipped: true, {
    align(center, {
      set par(justify: false, leading: single, spacing: 3pt)
      par(text(points("appendixName"), weight: "bold", appendix.name))
      par(text(points("appendixTitle"), weight: "bold", breakable(appendix.title)))
      par(text(points("appendixReference"), style: "italic", breakable(appendix.reference)))
    })
    v(8pt)
    set text(size: points("appendixReference"))
    for it in appendix.blocks {
      if it.kind == "wide-table" { wide-table(it) } else { par(justify: true, runs(it.runs, slanted: it.kind == "note")) }
    }
    counter(page).update(0)
  })
}
`
