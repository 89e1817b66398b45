/// One rule's verdict in a refusal, in both languages.
package struct FindingLine: Record {
  package var problemDa = Text("")
  package var problemEn = Text("")
  package var remedyDa = Text("")
  package var remedyEn = Text("")
  package var rule = Line("")
  package var ruleDa = Text("")
  package var ruleEn = Text("")

  package init() {}

  package init(_ finding: Finding) {
    problemDa = Text(finding.problem.da)
    problemEn = Text(finding.problem.en)
    remedyDa = Text(finding.remedy.da)
    remedyEn = Text(finding.remedy.en)
    rule = Line(finding.rule)
    if let sentence = Rulebook.rules.first(where: { $0.id.rawValue == finding.rule })?.sentence {
      ruleDa = Text(sentence.da)
      ruleEn = Text(sentence.en)
    }
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("problemDa", &problemDa, "What was wrong.")
    try members("problemEn", &problemEn)
    try members("remedyDa", &remedyDa, "What would have been right.")
    try members("remedyEn", &remedyEn)
    try members("rule", &rule, "Such as R5.")
    try members("ruleDa", &ruleDa, "The rule's sentence.")
    try members("ruleEn", &ruleEn)
  }
}
