internal import EventWords
internal import StrictJSON
internal import TalentDomain

// What the script shows: words, names, and what each step changed.

extension PageWriter {
  /// JSON that may stand within a `script` element: nothing in it can end that element.
  mutating func data(_ history: PageHistory) -> [UInt8] {
    var writer = CanonicalWriter(reserving: 1 << 16)
    let steps = self.steps(history)
    writer.beginObject()
    writer.key("cases")
    writer.beginObject()
    for status in CaseStatus.allCases {
      writer.key(escaping: status.rawValue)
      pair(status.label, &writer)
    }
    writer.endObject()
    writer.key("people")
    writer.beginArray()
    for person in people { writer.string(contents.label(person)) }
    writer.endArray()
    writer.key("steps")
    writer.raw(steps)
    writer.key("types")
    types(&writer)
    writer.key("words")
    writer.beginArray()
    for words in out.words { pair(words, &writer) }
    writer.endArray()
    writer.key("zone")
    writer.string(zone)
    writer.endObject()
    return writer.bytes.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [$0] }
  }

  /// The zone of the cohort's dates.
  private var zone: String {
    contents.events.first { $0.type.name == "\(CohortOpened.type)" }?.facts["zone"]?.string ?? municipalZone
  }

  private mutating func steps(_ history: PageHistory) -> [UInt8] {
    var writer = CanonicalWriter(reserving: 1 << 16)
    var before = StepState()
    writer.beginArray()
    for state in history.states {
      let change = StepChange(before, state, own: contents.person)
      change.write(to: &writer) { number(of: $0) }
      before = state
    }
    writer.endArray()
    return writer.bytes
  }

  /// The technical names of the kinds of events, by the numbers of their words.
  private mutating func types(_ writer: inout CanonicalWriter) {
    var seen: Set<String> = []
    writer.beginObject()
    for event in contents.before + contents.events where seen.insert(event.type.name).inserted {
      writer.key(escaping: String(out.number(of: event.type.purpose)))
      writer.string(event.type.name)
    }
    writer.endObject()
  }

  private func pair(_ words: Bilingual, _ writer: inout CanonicalWriter) {
    writer.beginArray()
    writer.string(words.da)
    writer.string(words.en)
    writer.endArray()
  }
}
