import StrictJSON
import TalentDomain

/// What `--what-if` supposes: `rule-set` and `criteria` as `Config/programme.yaml` has them, `weights` by category, and
/// `algorithm: plain-means`. The other parts of a setup file are passed over, so that a whole one serves too.
struct SupposedFile {
  let path: String
  let supposition: Supposition

  init(_ path: String) throws {
    self.path = path
    let bytes = try InputFile.read(path)
    do throws(YAMLFault) {
      supposition = try SupposedFile.supposition(YAMLReader.read(TextEncoding.decode(bytes).text))
    } catch {
      throw Failure.badData(
        Bilingual(
          da: "\(path), linje \(error.line): \(error.problem.da)",
          en: "\(path), line \(error.line): \(error.problem.en)"
        ))
    }
  }

  private static func supposition(_ root: YAMLNode) throws(YAMLFault) -> Supposition {
    guard case .map(let parts) = root.content else {
      throw YAMLFault(root.line, "Forventet: «navn: værdi».", "Expected: “name: value”.")
    }
    var supposition = Supposition()
    for part in parts {
      switch part.key {
      case "algorithm": supposition.algorithm = try algorithm(part.value)
      case "criteria": supposition.criteria = try read(part.value)
      case "rule-set":
        guard let values = part.value["values"] else {
          throw YAMLFault(part.value.line, "«values» mangler.", "“values” is missing.")
        }
        supposition.ruleSet = try read(values)
      case "weights": supposition.weights = try weights(part.value)
      case "cohort", "gatherings": break
      default: throw YAMLFault(part.value.line, "«\(part.key)» er ukendt.", "“\(part.key)” is unknown.")
      }
    }
    guard supposition != Supposition() else {
      throw YAMLFault(
        root.line, "Filen ændrer intet: angiv rule-set, criteria, weights eller algorithm.",
        "The file changes nothing: give rule-set, criteria, weights or algorithm.")
    }
    return supposition
  }

  private static func algorithm(_ node: YAMLNode) throws(YAMLFault) -> Supposition.Algorithm {
    switch node.scalar {
    case "plain-means": return .plainMeans
    case "ranking-1", "weighted-categories": return .weightedCategories
    default:
      throw YAMLFault(node.line, "Forventet: plain-means eller ranking-1.", "Expected: plain-means or ranking-1.")
    }
  }

  private static func weights(_ node: YAMLNode) throws(YAMLFault) -> [SupposedWeight] {
    guard case .map(let members) = node.content else {
      throw YAMLFault(node.line, "Forventet: en vægt for hver kategori.", "Expected: a weight for each category.")
    }
    var weights: [SupposedWeight] = []
    for member in members {
      guard let category = Int(member.key), let weight = member.value.scalar.flatMap({ Rational($0) }) else {
        throw YAMLFault(
          member.value.line, "Forventet: en kategoris nummer og dens vægt, for eksempel 1: \"1/2\".",
          "Expected: a category's number and its weight, such as 1: \"1/2\".")
      }
      weights.append(SupposedWeight(category, weight))
    }
    return weights
  }

  private static func read<R: Record>(_ node: YAMLNode) throws(YAMLFault) -> R {
    let json = try node.json(as: R.shape)
    do throws(Fault) { return try R(canonical: json.canonical()) } catch { throw node.fault(error) }
  }
}
