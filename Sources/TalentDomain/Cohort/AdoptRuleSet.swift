/// The numbers that hold in this cohort from a day on. Without one, the programme's defaults hold.
package struct AdoptRuleSet: CohortCommand {
  package var cohort = Code.blank
  package var from = CivilDate.blank
  package var values = RuleSet()
  package var version = Code.blank

  package static let purpose = Bilingual(
    da: "Vedtag et regelsæt.",
    en: "Adopt a rule set.")
  package static let area = Area.cohort

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("from", &from, "The first day on which it holds: never one that has passed.")
    try members("values", &values)
    try members("version", &version)
  }

  package func propose(_ cohort: Cohort, _ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal]
  {
    _ = try cohort.opened()
    let digest = context.directory.digest(values.canonical)
    return [Proposal(RuleSetAdopted(digest: digest, from: from, values: values, version: version))]
  }
}

/// A rule set holds from a day on.
package struct RuleSetAdopted: CohortFact {
  package var digest = Digest.blank
  package var from = CivilDate.blank
  package var values = RuleSet()
  package var version = Code.blank

  package static let type: StaticString = "rule-set.adopted.v1"
  package static let purpose = Bilingual(
    da: "Et regelsæt er vedtaget.",
    en: "A rule set has been adopted.")

  package init() {}
  package init(digest: Digest, from: CivilDate, values: RuleSet, version: Code) {
    self.digest = digest
    self.from = from
    self.values = values
    self.version = version
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("digest", &digest, "SHA-256 of the values' canonical JSON.")
    try members("from", &from)
    try members("values", &values)
    try members("version", &version)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.setup.ruleSets.append(self)
  }
}
