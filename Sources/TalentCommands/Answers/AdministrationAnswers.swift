import TalentDomain

extension ServiceStatus: Shown {
  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      (
        "Tilstand", "State",
        readOnly ? style(da: "kan kun læse", en: "read-only") : style(da: "kører", en: "running")
      ),
      ("Udgave", "Version", version.value), ("Log", "Origin", origin.value),
      ("Startet", "Started", style.time(started)),
      ("Simulering", "Simulation", simulated ? style.yes(true) : ""),
      ("Hændelser", "Events", style.number(size)), ("Underskrevet indtil", "Signed up to", style.number(checkpoint)),
      ("Genlæst om natten indtil", "Read again by night up to", style.number(scrubbed)),
      ("Visninger", "Views", style.number(views)),
      ("Forbindelser", "Connections", style.number(connections)),
      ("Hovednøgle", "Master key", masterKey?.words(style) ?? ""),
      ("Bevidnet indtil", "Witnessed up to", style.number(anchor?.size)),
      ("Bevidnet", "Witnessed", anchor?.time.map { style.time($0) } ?? ""),
      ("Siden da", "Since then", anchor?.since(style) ?? ""),
      ("Mangler", "Lacking", anchor.map { style.lines($0.lacking) } ?? ""),
    ])
    for finding in health { page.say(finding.lines(style)) }
  }
}

extension AnchorStatus {
  fileprivate func since(_ style: Style) -> String {
    guard size != nil else { return "" }
    return events == 1
      ? style(da: "1 hændelse", en: "1 event") : style(da: "\(events) hændelser", en: "\(events) events")
  }
}

extension ProjectionList: Shown {
  static var lists: [String] { ["projections"] }

  func show(on page: inout Page) {
    page.facts([("Position", "Position", String(position)), ("Fingeraftryk", "Digest", digest.text)])
    page.table(
      empty: Bilingual(da: "Ingen visninger.", en: "No views."), projections,
      [
        Column("Visning", "View") { line, _ in line.name.value },
        Column("Rækker", "Rows", right: true) { line, _ in String(line.rows) },
        Column("Fingeraftryk", "Digest") { line, _ in line.digest.text },
      ])
  }
}

extension RebuildProgress: Shown {
  func show(on page: inout Page) {
    page.facts([
      ("Hændelser", "Events", "\(done)/\(total)"), ("Fingeraftryk før", "Digest before", before?.text ?? ""),
      ("Fingeraftryk efter", "Digest after", digest?.text ?? ""),
    ])
    guard let before, let digest else { return }
    if before == digest {
      page.say("Visningerne er de samme som før.", "The views are the same as before.")
    } else {
      page.say("Visningerne var forkerte og er rettet.", "The views were wrong, and are mended.")
    }
  }
}
