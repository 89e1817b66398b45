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

  /// R2 comes before R10, and the rules of the programme before ours.
  private static func order(_ rule: Rule) -> (String, Int, Int) {
    (String(rule.id.rawValue.prefix(1)), Int(rule.id.rawValue.dropFirst()) ?? 0, rule.version)
  }
}
