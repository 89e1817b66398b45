package import TalentDomain

/// The record of processing as people read and print it, in Danish.
package enum ProcessingPaper {
  package static func html(of register: ProcessingRegister) -> [UInt8] {
    let title = "Fortegnelse over behandlingsaktiviteter"
    return PaperWriter.page(title: title) { out in
      out.head(register, title)
      for activity in register.activities { out.activity(activity) }
      out.raw("<section>\n<h2>Sikkerhed</h2>\n<ul>\n")
      for measure in register.measures { out.element("li", measure.da.value) }
      out.raw("</ul>\n</section>\n<section>\n<h2>Modtagere uden for kommunen</h2>\n")
      out.element("p", register.outside.da.value)
      out.raw("</section>\n<section>\n<h2>Overførsel til lande uden for EU</h2>\n")
      out.element("p", register.transfers.da.value)
      out.raw("</section>\n")
    }
  }
}

extension PaperWriter {
  fileprivate mutating func head(_ register: ProcessingRegister, _ title: String) {
    raw("<header>\n")
    element("p", "Talentforløb for kommende ledere")
    element("h1", title)
    raw("<p>Databeskyttelsesforordningens artikel 30. Dannet af systemet selv den ")
    date(register.made)
    raw(".</p>\n</header>\n<section class=\"first\">\n<h2>Dataansvarlig</h2>\n<dl>\n")
    let controller = register.controller
    term("Kommune", controller.name.value)
    term("Enhed", controller.unit.value)
    term("Adresse", controller.address.map(\.value).joined(separator: ", "))
    term("Telefon", controller.phone?.value ?? "")
    term("E-mail", controller.email?.value ?? "")
    term("Databeskyttelsesrådgiver", controller.dataProtectionOfficer?.value ?? "")
    raw("</dl>\n</section>\n")
  }

  private mutating func term(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    raw("<dt>")
    text(name)
    raw("\n<dd>")
    text(value)
    raw("\n")
  }

  fileprivate mutating func activity(_ activity: ProcessingActivity) {
    raw("<section>\n")
    element("h2", activity.name.da.value)
    raw("<dl>\n")
    term("Formål", activity.purpose.da.value)
    term("Retsgrundlag", activity.basis.da.value)
    term("Kategorier af personer", activity.people.da.value)
    for period in activity.periods { term("Slettefrist", period.da.value) }
    raw("</dl>\n<table class=\"even\">\n<thead>")
    row(["Oplysninger", "Hvad de omfatter", "Modtagere"], heading: true)
    raw("<tbody>\n")
    for data in activity.data {
      row([
        data.what.da.value, data.fields.map { $0.da.value.withoutRule }.joined(separator: ", "),
        data.recipients.isEmpty ? "ingen; kun systemet selv" : data.recipients.map(\.da.value).joined(separator: "; "),
      ])
    }
    raw("</table>\n</section>\n")
  }
}

extension String {
  /// Labels name the rule that they come from, which says nothing here.
  fileprivate var withoutRule: String {
    guard hasSuffix(")"), let open = lastIndex(of: "("), self[open...].dropFirst().first == "R" else { return self }
    return String(self[..<open].dropLast())
  }
}
