import TalentDomain

extension ProcessingRegister: Shown {
  static var lists: [String] { ["activities"] }

  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      ("Dataansvarlig", "Controller", controller.name.value),
      ("Databeskyttelsesrådgiver", "Data-protection officer", controller.dataProtectionOfficer?.value ?? ""),
      ("Dannet", "Made", style.date(made)),
    ])
    for activity in activities {
      page.facts(
        title: activity.name.words,
        [
          ("Formål", "Purpose", style(activity.purpose.words)),
          ("Retsgrundlag", "Legal basis", style(activity.basis.words)),
          ("Personer", "People", style(activity.people.words)),
        ] + activity.periods.map { ("Slettefrist", "Retention", style($0.words)) })
      page.table(
        empty: Bilingual(da: "Ingen oplysninger.", en: "No data."), activity.data,
        [
          Column("Oplysninger", "Data", wraps: true) { line, style in style(line.what.words) },
          Column("Modtagere", "Recipients", wraps: true) { line, style in
            line.recipients.map { style($0.words) }.joined(separator: "; ")
          },
        ])
    }
    page.facts(
      title: Bilingual(da: "Sikkerhed", en: "Security"), measures.map { ("–", "–", style($0.words)) })
    page.say([(style(outside.words), nil), (style(transfers.words), nil)])
  }
}

extension ProcessingWords {
  var words: Bilingual { Bilingual(da: da.value, en: en.value) }
}
