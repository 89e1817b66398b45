internal import EventWords
internal import StrictJSON
internal import TalentDomain

// The list of events: a line each, which opens to all that there is to know of it.

extension PageWriter {
  mutating func list(_ events: [PageEvent]) {
    for event in events {
      out.raw("<li id=e")
      out.raw(event.position)
      out.raw(" data-k=")
      out.raw(out.number(of: event.type.purpose))
      out.raw(" data-p=\"")
      for (index, person) in event.people.map({ number(of: $0) }).enumerated() {
        if index > 0 { out.raw(" ") }
        out.raw(person)
      }
      out.raw("\"><details><summary>")
      summary(event)
      out.raw("</summary><dl>")
      circumstances(event)
      proof(event)
      facts(event)
      out.raw("</dl></details>\n")
    }
  }

  private mutating func summary(_ event: PageEvent) {
    out.raw("<i>")
    out.raw(event.position)
    out.raw("</i>")
    out.instant(event.header.recorded)
    out.raw("<strong")
    out.attributed(event.type.purpose)
    out.raw("</strong>")
    if let subject = event.header.subject {
      out.raw("<em>")
      person(subject)
      out.raw("</em>")
    }
    if proofs.proven.contains(event.position) {
      out.raw("<small class=ok")
      out.attributed(Bilingual(da: "bevist", en: "proven"))
    } else {
      out.raw("<small class=no")
      out.attributed(Bilingual(da: "ikke bevist", en: "not proven"))
    }
    out.raw("</small>")
  }

  private mutating func circumstances(_ event: PageEvent) {
    let header = event.header
    term("Registreret af", "Recorded by") { $0.person(header.actor) }
    if let behalf = header.behalf { term("På vegne af", "On behalf of") { $0.person(behalf) } }
    if header.effective != header.recorded { term("Virkning fra", "Took effect") { $0.out.instant(header.effective) } }
    if header.received != header.recorded { term("Modtaget", "Received") { $0.out.instant(header.received) } }
    if let cause = header.cause { term("Følger af hændelse", "Follows from event") { $0.link(to: cause) } }
    if let ruleSet = event.ruleSet { term("Regelsæt", "Rule set") { $0.out.text(ruleSet) } }
  }

  private mutating func proof(_ event: PageEvent) {
    let proven = proofs.proven.contains(event.position)
    let anchor = proofs.anchor(covering: event.position)
    term("Bevis", "Proof") { page in
      switch (proven, anchor) {
      case (true, nil):
        page.out.word(
          "står i loggens træ; ikke bevidnet udefra endnu", "stands in the log's tree; not witnessed from outside yet")
      case (true, let anchor?):
        page.out.word("står i loggens træ; bevidnet udefra ", "stands in the log's tree; witnessed from outside ")
        page.out.instant(Instant(milliseconds: anchor.time))
        page.out.text(" (\(anchor.name))")
      case (false, _):
        page.out.word("pakken fører den ikke til loggens rod", "the bundle does not lead it to the log's root")
      }
    }
  }

  private mutating func facts(_ event: PageEvent) {
    let hidden = Set([event.header.subject, event.header.principal].compactMap { $0 }.map { contents.names.key($0) })
    members(event.facts, event.type.facts, hiding: hidden)
    // A form stands in its fact as a record of its own.
    for field in event.sealed { sealed(field, event, hidden) }
  }

  private mutating func sealed(_ field: SealedField, _ event: PageEvent, _ hidden: Set<Alias>) {
    switch field {
    case .disclosed(let name, let value):
      out.raw("<dt class=sealed")
      out.attributed(WordTable.labels.words("", name))
      out.raw("<dd>")
      guard let shape = event.type.sealed[name] ?? EventType.links[name] else {
        out.text(String(decoding: value.canonical(), as: UTF8.self))
        return
      }
      if let only = shape.members.first, shape.members.count == 1, let value = value[only.name] {
        self.value(value, only.shape, WordTable.labels.entry(shape.name, only.name)?.kind, shape.name, only.name)
      } else {
        out.raw("<dl>")
        members(value, shape)
        out.raw("</dl>")
      }
    case .withheld: sealed("tilbageholdt: ikke til den, pakken er til", "withheld: not for whoever the bundle is for")
    case .erased: sealed("slettet: ingen kan åbne det længere", "erased: nobody can open it any more")
    }
  }

  private mutating func sealed(_ da: String, _ en: String) {
    out.raw("<dt class=sealed")
    out.attributed(Bilingual(da: "Forseglet felt", en: "Sealed field"))
    out.raw("<dd>")
    out.word(da, en)
  }

  mutating func term(_ da: String, _ en: String, _ value: (inout PageWriter) -> Void) {
    out.raw("<dt")
    out.attributed(Bilingual(da: da, en: en))
    out.raw("<dd>")
    value(&self)
  }
}

extension PageEvent {
  /// Everybody whom it names, each once: whoever acts, is concerned, or stands in its facts by name of a role.
  var people: [Alias] {
    var people = [header.subject, header.actor, header.behalf].compactMap { $0 }
    for member in type.facts.members where WordTable.labels.entry(type.facts.name, member.name)?.kind == .person {
      switch facts[member.name] {
      case .string(let text)?: if let alias = Alias(text) { people.append(alias) }
      case .array(let elements)? where elements.count <= 24:
        people += elements.compactMap { $0.string.flatMap { Alias($0) } }
      default: continue
      }
    }
    var seen: Set<Alias> = []
    return people.filter { $0.reservedWords == nil && seen.insert($0).inserted }
  }
}
