import StrictJSON
import TalentDomain

/// The file that sets up a cohort, such as `Config/programme.yaml`: four parts, a command each.
struct SetupFile {
  let path: String
  private let parts: [YAMLMember]

  init(_ path: String) throws {
    self.path = path
    do throws(YAMLFault) {
      let root = try YAMLReader.read(TextEncoding.decode(try SetupFile.bytes(path)).text)
      guard case .map(let parts) = root.content else {
        throw YAMLFault(root.line, "Forventet: «navn: værdi».", "Expected: “name: value”.")
      }
      for part in parts where !["cohort", "rule-set", "criteria", "gatherings"].contains(part.key) {
        throw YAMLFault(part.value.line, "«\(part.key)» er ukendt.", "“\(part.key)” is unknown.")
      }
      self.parts = parts
    } catch { throw SetupFile.failure(path, error) }
  }

  private static func bytes(_ path: String) throws(YAMLFault) -> [UInt8] {
    // A file that cannot be read is another failure than one that is wrong; it passes through as the former.
    do { return try InputFile.read(path) } catch {
      throw YAMLFault(0, "Filen kan ikke læses.", "The file cannot be read.")
    }
  }

  private static func failure(_ path: String, _ fault: YAMLFault) -> Failure {
    guard fault.line > 0 else {
      return .noInput(Bilingual(da: "\(path): \(fault.problem.da)", en: "\(path): \(fault.problem.en)"))
    }
    return .badData(
      Bilingual(
        da: "\(path), linje \(fault.line): \(fault.problem.da)", en: "\(path), line \(fault.line): \(fault.problem.en)")
    )
  }

  // MARK: Its commands

  func openCohort(_ cohort: Code) throws -> OpenCohort {
    let part = try part("cohort")
    let renamed = part.renaming(["code": "cohort", "mbti": "mbti-date"])
    guard renamed["cohort"]?.scalar == cohort.value else {
      throw SetupFile.failure(
        path,
        YAMLFault(
          renamed["cohort"]?.line ?? part.line, "Filen gælder ikke holdet \(cohort.value).",
          "The file is not for the cohort \(cohort.value)."))
    }
    return try read(renamed)
  }

  /// Without a day of its own it is in force from the day on which it is adopted.
  func adoptRuleSet(_ cohort: Code, today: CivilDate) throws -> AdoptRuleSet {
    let part = try part("rule-set").adding("cohort", cohort.value)
    return try read(part["from"] == nil ? part.adding("from", today.text) : part)
  }

  func publishCriteria(_ cohort: Code) throws -> PublishCriteria {
    var command = PublishCriteria()
    command.cohort = cohort
    command.criteria = try read(try part("criteria"))
    return command
  }

  func publishProgramme(_ cohort: Code) throws -> PublishProgramme {
    var command = PublishProgramme()
    command.cohort = cohort
    let part = try part("gatherings")
    guard case .list(let gatherings) = part.content else {
      throw SetupFile.failure(path, YAMLFault(part.line, "Forventet: en liste.", "Expected: a list."))
    }
    command.gatherings = try gatherings.map { try read($0.timed()) }
    return command
  }

  private func part(_ name: String) throws -> YAMLNode {
    guard let part = parts.first(where: { $0.key == name }) else {
      throw SetupFile.failure(path, YAMLFault(1, "«\(name)» mangler.", "“\(name)” is missing."))
    }
    return part.value
  }

  /// The record's own form says how each scalar is meant, so that `2027` may be a code here and a number there.
  private func read<R: Record>(_ node: YAMLNode) throws -> R {
    do throws(YAMLFault) {
      let json = try node.json(as: R.shape)
      do throws(Fault) { return try R(canonical: json.canonical()) } catch { throw node.fault(error) }
    } catch { throw SetupFile.failure(path, error) }
  }
}
