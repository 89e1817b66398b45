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
      ("Efterprøvet indtil", "Verified up to", style.number(scrubbed)), ("Visninger", "Views", style.number(views)),
      ("Forbindelser", "Connections", style.number(connections)),
      ("Hovednøgle", "Master key", masterKey?.words(style) ?? ""),
      ("Bevidnet indtil", "Witnessed up to", style.number(anchor?.size)),
      ("Bevidnet", "Witnessed", anchor?.time.map { style.time($0) } ?? ""),
      ("Siden da", "Since then", anchor?.since(style) ?? ""),
      ("Mangler", "Lacking", anchor.map { style.lines($0.lacking) } ?? ""),
    ])
    if let masterKey, masterKey.awaited { page.say([(style(masterKey.awaitedWords), .warning)]) }
    if let anchor, let warning = anchor.warningWords(simulated) { page.say([(style(warning), .warning)]) }
  }
}

extension AnchorStatus {
  fileprivate func since(_ style: Style) -> String {
    guard size != nil else { return "" }
    return events == 1
      ? style(da: "1 hændelse", en: "1 event") : style(da: "\(events) hændelser", en: "\(events) events")
  }

  /// What is amiss, and what to do.
  fileprivate func warningWords(_ simulated: Bool) -> Bilingual? {
    guard configured else {
      return simulated
        ? nil
        : Bilingual(
          da: "! Ingen uden for kommunen bevidner loggen. Vælg vidner, og angiv deres politik i anchor.policy.",
          en: "! Nobody outside witnesses the log. Choose witnesses, and name their policy in anchor.policy.")
    }
    guard warning else { return nil }
    let remedy = Bilingual(
      da: "Se efter med: journalctl -u talentd-anchor. Prøv igen med: systemctl start talentd-anchor.",
      en: "Look with: journalctl -u talentd-anchor. Try again with: systemctl start talentd-anchor.")
    guard time != nil else {
      return Bilingual(
        da: "! Loggen er endnu ikke bevidnet af så mange, som politikken kræver. \(remedy.da)",
        en: "! The log has not yet been witnessed by as many as the policy asks for. \(remedy.en)")
    }
    return Bilingual(
      da:
        "! Det er over \(warnHours) timer siden, at loggen blev bevidnet af så mange, som politikken kræver. \(remedy.da)",
      en: "! It is more than \(warnHours) hours since as many as the policy asks for witnessed the log. \(remedy.en)")
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
