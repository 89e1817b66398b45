package import TalentDomain

extension RuleList {
  /// The answer to `ListRules`: every rule that this version knows, R1 first.
  package static let all: RuleList = {
    var list = RuleList()
    list.rules = Rulebook.rules.sorted { order($0) < order($1) }.map { rule in
      var line = RuleLine()
      line.da = Text(rule.sentence.da)
      line.en = Text(rule.sentence.en)
      line.events = Set(rule.checks.map(\.type)).sorted().map { Line($0) }
      line.id = Line(rule.id.rawValue)
      line.source = Text(rule.source)
      line.version = rule.version
      return line
    }
    return list
  }()

  /// R2 comes before R10, the rules of the programme before those of the law, and these before ours.
  private static func order(_ rule: Rule) -> (Int, Int, Int) {
    let kinds: [Character] = ["R", "P", "S"]
    let kind = rule.id.rawValue.first.flatMap { kinds.firstIndex(of: $0) } ?? kinds.count
    return (kind, Int(rule.id.rawValue.dropFirst()) ?? 0, rule.version)
  }
}
