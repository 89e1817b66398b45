/// Something that is amiss with the service, and what to do about it: part of `ServiceStatus`.
package struct HealthFinding: Record {
  package var code = Code("")
  package var grave = false
  package var problemDa = Text("")
  package var problemEn = Text("")
  package var remedyDa = Text("")
  package var remedyEn = Text("")

  package init() {}

  package init(_ code: Code, grave: Bool = false, _ problem: Bilingual, remedy: Bilingual) {
    self.code = code
    self.grave = grave
    problemDa = Text(problem.da)
    problemEn = Text(problem.en)
    remedyDa = Text(remedy.da)
    remedyEn = Text(remedy.en)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("code", &code, "Stable, for programs: such as backup-old.")
    try members("grave", &grave, "Whether the service does not do its work, or the record is in danger.")
    try members("problemDa", &problemDa)
    try members("problemEn", &problemEn, "What is amiss.")
    try members("remedyDa", &remedyDa)
    try members("remedyEn", &remedyEn, "What an administrator does about it.")
  }
}
