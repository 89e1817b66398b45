internal import EventWords
internal import StrictJSON
internal import TalentDomain

// Values of facts and of sealed records, by their forms.

extension PageWriter {
  mutating func person(_ alias: Alias) {
    if let words = alias.reservedWords {
      out.word(words)
    } else if let name = contents.names.person(alias) {
      out.raw("<b>")
      out.text(name)
      out.raw("</b>")
    } else if contents.isErased(alias) {
      out.word("slettet person", "erased person")
    } else {
      id(alias)
    }
  }

  /// The members of a record that say something, as terms and values.
  mutating func members(_ value: JSON, _ shape: RecordShape, hiding hidden: Set<Alias> = []) {
    for member in shape.members {
      guard let given = value[member.name], !hides(given, member, shape, hidden) else { continue }
      out.raw("<dt")
      out.attributed(WordTable.labels.words(shape.name, member.name))
      out.raw("<dd>")
      let kind = WordTable.labels.entry(shape.name, member.name)?.kind
      if case .record(let inner) = member.shape {
        out.raw("<dl>")
        members(given, inner, hiding: hidden)
        out.raw("</dl>")
      } else {
        self.value(given, member.shape, kind, shape.name, member.name)
      }
    }
  }

  /// Whoever is named as the one concerned or the one who acts need not be named again.
  private func hides(_ value: JSON, _ member: RecordShape.Member, _ record: RecordShape, _ hidden: Set<Alias>) -> Bool {
    guard member.shape == .alias, WordTable.labels.entry(record.name, member.name)?.kind == .person,
      let alias = value.string.flatMap({ Alias($0) })
    else { return false }
    return hidden.contains(contents.names.key(alias))
  }

  mutating func value(
    _ value: JSON, _ shape: Shape, _ kind: WordTable.Kind?, _ record: String, _ member: String
  ) {
    switch shape {
    case .alias: alias(value, kind)
    case .bool:
      if value.bool == true { out.word("ja", "yes") } else { out.word("nej", "no") }
    case .date:
      if let date = value.string.flatMap({ CivilDate($0) }) { out.date(date) }
    case .instant:
      if let instant = value.string.flatMap({ Instant($0) }) { out.instant(instant) }
    case .localTime: out.text(value.string?.replacing("T", with: " ") ?? "")
    case .rational:
      if let number = value.string.flatMap({ Rational($0) }) { out.rational(number) }
    case .digest: code(value.string ?? "")
    case .integer: integer(value, member)
    case .choice(let type, let words):
      if let word = value.string, words.contains(word) { out.word(WordTable.choices.words(type, word)) }
    case .list(let element, _): list(value.array ?? [], element, kind, record, member)
    case .record(let inner):
      out.raw("<dl>")
      members(value, inner)
      out.raw("</dl>")
    case .code, .line, .text, .person: line(value.string ?? "", member)
    }
  }

  private mutating func alias(_ value: JSON, _ kind: WordTable.Kind?) {
    guard let alias = value.string.flatMap({ Alias($0) }) else { return }
    switch kind {
    case .person: person(alias)
    case .thing: if let name = contents.names.thing(alias) { out.text(name) } else { id(alias) }
    case nil: id(alias)
    }
  }

  private mutating func integer(_ value: JSON, _ member: String) {
    guard let number = value.integer else { return }
    // Two members hold positions: what is corrected, and what was replaced.
    if member == "target" { link(to: Int(number)) } else { out.raw(Int(number)) }
  }

  private mutating func list(
    _ elements: [JSON], _ shape: Shape, _ kind: WordTable.Kind?, _ record: String, _ member: String
  ) {
    if elements.isEmpty {
      out.word("ingen", "none")
    } else if case .record = shape {
      records(elements, shape, kind, record, member)
    } else {
      for (index, element) in elements.enumerated() {
        if index > 0 { out.raw(", ") }
        value(element, shape, kind, record, member)
      }
    }
  }

  /// Long lists, such as a ranking of hundreds, are counted: pictures show them, and `leaves.jsonl` holds them.
  private mutating func records(
    _ elements: [JSON], _ shape: Shape, _ kind: WordTable.Kind?, _ record: String, _ member: String
  ) {
    guard elements.count <= 24 else {
      out.raw(elements.count)
      return
    }
    out.raw("<ul>")
    for element in elements {
      out.raw("<li>")
      value(element, shape, kind, record, member)
    }
    out.raw("</ul>")
  }

  /// Rules come with their sentences.
  private mutating func line(_ text: String, _ member: String) {
    out.text(text)
    guard member == "rules" || member == "rule", let sentence = rules[text] else { return }
    out.raw(" «")
    out.word(sentence)
    out.raw("»")
  }

  mutating func id(_ alias: Alias) { code(alias.text) }

  mutating func code(_ text: String) {
    out.raw("<code>")
    out.text(text)
    out.raw("</code>")
  }

  /// A position, and the way to its event where the page has it.
  mutating func link(to position: Int) {
    guard contents.shown.contains(position) else {
      out.raw(position)
      return
    }
    out.raw("<a href=#e")
    out.raw(position)
    out.raw(">")
    out.raw(position)
    out.raw("</a>")
  }
}
