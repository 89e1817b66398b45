import Letters
import TalentDomain

/// Whether every letter can be rendered.
enum LetterExamination: Examination {
  static func look(_ examined: Examined) -> [ExaminedLine] {
    let letters = TemplateFolder(examined.settings.lettersFolder, sender: examined.settings.sender)
    var told: Set<FileFault> = []
    let faults = LetterKind.inOrder.compactMap { kind -> ExaminedLine? in
      guard let fault = letters.fault(of: kind), told.insert(fault).inserted else { return nil }
      let place = (
        da: "\(fault.file.value)\(fault.line.map { ", linje \($0)" } ?? "")",
        en: "\(fault.file.value)\(fault.line.map { ", line \($0)" } ?? "")"
      )
      return ExaminedLine(
        HealthFinding(
          "letter-unusable",
          Bilingual(da: "\(place.da): \(fault.problemDa.value)", en: "\(place.en): \(fault.problemEn.value)"),
          remedy: Bilingual(
            da: "Ret den; det gælder fra det næste brev.", en: "Mend it; that holds from the next letter on.")))
    }
    guard faults.isEmpty else { return faults }
    return [
      ExaminedLine(
        fine: "letters", Bilingual(da: "Alle breve kan skrives.", en: "All letters can be rendered."))
    ]
  }
}
