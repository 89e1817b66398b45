import TalentDomain
import TalentInterface

extension Receipt: Shown {
  static var lists: [String] { ["events"] }

  func show(on page: inout Page) {
    guard !events.isEmpty else {
      page.say("Der var intet at registrere.", "There was nothing to record.")
      return
    }
    let style = page.style
    page.table(
      title: dryRun
        ? Bilingual(
          da: "Prøvekørsel; intet er registreret. Dette ville blive:",
          en: "Dry run; nothing is recorded. This would be:")
        : nil,
      empty: Bilingual(da: "", en: ""), events,
      [
        Column("Registreret", "Recorded") { event, _ in style(ReceiptEvent.purpose(of: event.type.value)) },
        Column("Hændelse", "Event") { event, _ in event.type.value },
        Column("Position", "Position", right: true) { event, style in style.number(event.position) },
      ])
    ripple?.show(on: &page)
  }
}

extension ReceiptEvent {
  /// What a type of event says has happened.
  static func purpose(of type: String) -> Bilingual {
    FactRegistry.all.first { "\($0.type)" == type }?.purpose ?? Bilingual(da: type, en: type)
  }
}
