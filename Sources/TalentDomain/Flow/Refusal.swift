/// Why a command was not carried out.
package enum Refusal: Error, Sendable, Hashable {
  /// Rules forbid it: each with what was wrong and what would have been right. The first gives the refusal its name.
  case rules([Finding])
  /// There is no such thing, or the caller may not know of it.
  case notFound
  /// The state is not the one that the caller expected; without revisions: the command's id was used for another command.
  case conflict(expected: Int? = nil, actual: Int? = nil)
  /// A member of the command is wrong in itself.
  case invalid(Fault)
  case notPermitted
}

extension Refusal {
  package static func rule(_ finding: Finding) -> Refusal { .rules([finding]) }
}

/// One rule's verdict against an event. It holds no personal data, only numbers, dates and words of the programme.
package struct Finding: Sendable, Hashable {
  /// Such as `R5` or, for the order of the case, `S2`.
  package let rule: String
  /// What is wrong here.
  package let problem: Bilingual
  /// What would have been allowed.
  package let remedy: Bilingual

  package init(_ rule: Rule.ID, _ problem: Bilingual, remedy: Bilingual) {
    self.rule = rule.rawValue
    self.problem = problem
    self.remedy = remedy
  }
}

extension [Finding] {
  /// Their rules, each once and in their order: what a record tells of a refusal, however many people one rule concerned.
  package var rules: [Line] {
    var rules: [Line] = []
    for finding in self where !rules.contains(Line(finding.rule)) { rules.append(Line(finding.rule)) }
    return rules
  }
}
