extension Context {
  /// How long each class of a person's data is kept, by what is known now.
  func retentionPlan(of person: Alias, _ organisation: Organisation) -> RetentionPlan {
    RetentionPlan(of: person, organisation, cases: directory.cases(of: person), on: localDate)
  }
}

extension RetentionPlan {
  /// The classes that somebody names, each once and in their order; all there are where none is named.
  /// - Throws: `Refusal.invalid` for a class of which there is nothing, or nothing any more.
  func chosen(_ classes: [RetentionClass]?) throws(Refusal) -> [RetentionClass] {
    let there = lines.map(\.retention)
    guard let classes, !classes.isEmpty else {
      guard !there.isEmpty else { throw .notFound }
      return there
    }
    for (index, one) in classes.enumerated() where !there.contains(one) {
      throw .invalid(Fault(.notOneOf(there.map(\.rawValue)), at: ["classes", String(index + 1)]))
    }
    return there.filter(classes.contains)
  }

  /// The classes that a decision on a request is about. Some may have gone since, by another decision or their period; and
  /// who asked to be forgotten altogether asked for what has come since, too. Where nothing is left the request is answered
  /// all the same, and all of it named.
  func left(of requested: [RetentionClass]) -> [RetentionClass] {
    let there = lines.map(\.retention)
    let left = requested.contains(.employment) ? there : there.filter(requested.contains)
    return left.isEmpty ? requested : left
  }

  /// How long these classes are kept.
  func periods(of classes: [RetentionClass]) -> [ClassPeriod] {
    lines.filter { classes.contains($0.retention) }.map { ClassPeriod($0.retention, until: $0.until) }
  }

  /// What holds any of these classes.
  func holds(on classes: [RetentionClass]) -> [RetentionHold] {
    let held = lines.filter { classes.contains($0.retention) }.flatMap(\.holds)
    return RetentionHold.allCases.filter(held.contains)
  }
}
