internal import StrictJSON
internal import TalentDomain

/// What a step changed, as compact JSON: only the members that are new. People stand by their numbers.
///
/// In a person's part the others are not there: neither their cases nor their places.
struct StepChange {
  private let before: StepState
  private let after: StepState
  private let own: Alias?

  init(_ before: StepState, _ after: StepState, own: Alias?) {
    self.before = before
    self.after = after
    self.own = own
  }

  func write(to writer: inout CanonicalWriter, _ number: (Alias) -> Int) {
    writer.beginObject()
    cases(&writer, number)
    progress("complaints", \.complaints, &writer)
    if before.completed != after.completed {
      writer.key("completed")
      writer.integer(Int64(after.completed))
    }
    if before.deadline != after.deadline, let deadline = after.deadline {
      writer.key("deadline")
      writer.string(deadline.text)
    }
    progress("feedback", \.feedback, &writer)
    figures(&writer, number)
    if before.forms != after.forms {
      writer.key("forms")
      integers(after.forms.all, &writer)
    }
    progress("letters", \.letters, &writer)
    if own == nil { order(&writer, number) } else { place(&writer) }
    if own == nil, before.places != after.places { places(&writer, number) }
    if before.points != after.points {
      writer.key("points")
      writer.integer(Int64(after.points))
    }
    if before.proposal != after.proposal, let proposal = after.proposal {
      writer.key("proposal")
      writer.beginArray()
      writer.integer(Int64(proposal.number))
      writer.string(proposal.status.rawValue)
      writer.endArray()
    }
    if own == nil { people("reserve", \.reserve, &writer, number) }
    if before.seats != after.seats {
      writer.key("seats")
      writer.integer(Int64(after.seats))
    }
    progress("sets", \.sets, &writer)
    if before.stage != after.stage, let stage = after.stage {
      writer.key("stage")
      writer.string(stage.rawValue)
    }
    if own == nil { people("tied", \.tied, &writer, number) }
    writer.endObject()
  }

  private func shows(_ nominee: Alias) -> Bool { own == nil || own == nominee }

  /// By person: how the case stands.
  private func cases(_ writer: inout CanonicalWriter, _ number: (Alias) -> Int) {
    let changed = after.cases.filter { shows($0.key) && before.cases[$0.key] != $0.value }
    guard !changed.isEmpty else { return }
    writer.key("cases")
    writer.beginArray()
    for (nominee, status) in changed.sorted(by: { $0.key < $1.key }) {
      writer.beginArray()
      writer.integer(Int64(number(nominee)))
      writer.string(status.rawValue)
      writer.endArray()
    }
    writer.endArray()
  }

  /// By person: the total and the plain mean, by three decimals and as exact fractions.
  private func figures(_ writer: inout CanonicalWriter, _ number: (Alias) -> Int) {
    guard before.figures != after.figures else { return }
    writer.key("figures")
    writer.beginArray()
    for (nominee, figures) in after.figures.sorted(by: { $0.key < $1.key }) where shows(nominee) {
      writer.beginArray()
      writer.integer(Int64(number(nominee)))
      for figure in [figures.total, figures.plainMean] {
        writer.string(figure.threeDecimals)
        writer.string(figure.text)
      }
      writer.endArray()
    }
    writer.endArray()
  }

  private func order(_ writer: inout CanonicalWriter, _ number: (Alias) -> Int) {
    people("order", \.order, &writer, number)
  }

  /// One's own place, and of how many.
  private func place(_ writer: inout CanonicalWriter) {
    guard before.order != after.order, let own, let place = after.order.firstIndex(of: own) else { return }
    writer.key("place")
    integers([place + 1, after.order.count], &writer)
  }

  /// The seats that changed, by their number from 0, and how many there are.
  private func places(_ writer: inout CanonicalWriter, _ number: (Alias) -> Int) {
    let (old, new) = (before.places.places, after.places.places)
    writer.key("places")
    writer.beginArray()
    writer.integer(Int64(new.count))
    for (index, taken) in new.enumerated() where index >= old.count || old[index] != taken {
      writer.beginArray()
      writer.integer(Int64(index))
      if let taken {
        writer.integer(Int64(number(taken.nominee)))
        writer.string(taken.status.rawValue)
        writer.bool(taken.promoted)
      }
      writer.endArray()
    }
    writer.endArray()
  }

  private func people(
    _ name: StaticString, _ list: KeyPath<StepState, [Alias]>, _ writer: inout CanonicalWriter,
    _ number: (Alias) -> Int
  ) {
    guard before[keyPath: list] != after[keyPath: list] else { return }
    writer.key(name)
    integers(after[keyPath: list].map(number), &writer)
  }

  private func progress(
    _ name: StaticString, _ progress: KeyPath<StepState, StepState.Progress>, _ writer: inout CanonicalWriter
  ) {
    guard before[keyPath: progress] != after[keyPath: progress] else { return }
    writer.key(name)
    integers([after[keyPath: progress].done, after[keyPath: progress].due], &writer)
  }

  private func integers(_ numbers: [Int], _ writer: inout CanonicalWriter) {
    writer.beginArray()
    for number in numbers { writer.integer(Int64(number)) }
    writer.endArray()
  }
}
