package import TalentDomain

extension ErasureList {
  /// The answer to `ListErasures`.
  package init(_ privacy: PrivacyRegister, today: CivilDate) {
    self.init()
    let asked = privacy.requests.map { person, request in
      var line = ErasureLine(person, .requested, request.classes)
      line.answerBy = request.answerBy
      line.day = request.received
      line.late = request.daysLate(on: today)
      return line
    }
    let granted = privacy.granted.map { person, grant in
      var line = ErasureLine(person, .granted, grant.classes)
      line.basis = grant.basis
      line.day = grant.day
      return line
    }
    let begun = privacy.begun.map { person, begun in ErasureLine(person, .underWay, begun.classes) }
    let done = privacy.destroyed.map { person, classes in
      // Nobody needs to know whose it was.
      var line = ErasureLine(person, .done, RetentionClass.allCases.filter { classes[$0] != nil })
      line.day = classes.values.max()
      line.person = nil
      return line
    }
    erasures = [asked, granted, begun, done].flatMap { lines in
      lines.sorted { ($0.day ?? .blank, $0.id) < ($1.day ?? .blank, $1.id) }
    }
    holds = privacy.holds.flatMap { person, grounds in
      grounds.map { ground, since in
        var line = HoldLine()
        line.ground = ground
        line.person = Person(person)
        line.since = since
        return line
      }
    }
    .sorted { ($0.since, $0.person.id, $0.ground.rawValue) < ($1.since, $1.person.id, $1.ground.rawValue) }
  }
}

extension ErasureLine {
  fileprivate init(_ person: Alias, _ status: Status, _ classes: [RetentionClass]) {
    self.init()
    self.classes = classes
    id = person
    self.person = Person(person)
    self.status = status
  }
}
