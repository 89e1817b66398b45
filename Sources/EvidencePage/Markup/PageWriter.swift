internal import Evidence
internal import TalentDomain
internal import Transparency

/// Writes the page, part by part.
struct PageWriter {
  let contents: PageContents
  let rules: [String: Bilingual]
  let ruleOrder: [PageRule]
  let proofs: PageProofs
  var out = Markup()
  /// People by the number that events and states name them by.
  private(set) var people: [Alias] = []
  private var numbers: [Alias: Int] = [:]

  init(_ contents: PageContents, _ rules: [PageRule], _ proofs: PageProofs) {
    self.contents = contents
    self.proofs = proofs
    ruleOrder = rules
    self.rules = Dictionary(rules.map { ($0.id, $0.sentence) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func written(_ manifest: BundleManifest, _ history: PageHistory) -> [UInt8] {
    let style = PackageResources.page_css
    let script = PackageResources.page_js
    var parts: [String: [UInt8]] = [:]
    parts["style"] = style
    parts["script"] = script
    parts["style-hash"] = PageWriter.policyHash(of: style)
    parts["script-hash"] = PageWriter.policyHash(of: script)
    parts["head"] = part { $0.head(manifest) }
    parts["milestones"] = part { $0.milestones() }
    parts["state"] = part { $0.state(history.states.last ?? StepState()) }
    parts["criteria"] = part { $0.criteria() }
    parts["events"] = part { $0.list($0.contents.events) }
    parts["before"] = part { $0.powersBefore() }
    parts["others"] = part { $0.others() }
    parts["rules"] = part { $0.ruleList() }
    parts["people"] = part { $0.peopleChoices() }
    parts["kinds"] = part { $0.kindChoices() }
    parts["last"] = Array(String(max(0, contents.events.count - 1)).utf8)
    parts["steps"] = Array(String(contents.events.count).utf8)
    let title = title(manifest)
    parts["title"] = part { $0.out.text(title.da) }
    parts["data"] = data(history)
    return Template(PackageResources.page_html).filled(parts)
  }

  private mutating func part(_ body: (inout PageWriter) -> Void) -> [UInt8] {
    body(&self)
    return out.taken()
  }

  /// The number that the page knows a person by.
  mutating func number(of alias: Alias) -> Int {
    let key = contents.names.key(alias)
    if let number = numbers[key] { return number }
    numbers[key] = people.count
    people.append(alias)
    return people.count - 1
  }

  /// As a Content-Security-Policy names an inline script or style: `sha256-…`.
  private static func policyHash(of bytes: [UInt8]) -> [UInt8] { Array("sha256-\(Hash(of: bytes).base64)".utf8) }
}

extension Alias {
  /// The ids that are nobody's: the organisation, an administrator whom the configuration names, the service.
  var reservedWords: Bilingual? {
    switch bits {
    case 1: Bilingual(da: "organisationen", en: "the organisation")
    case 2: Bilingual(da: "administrator (konfigurationen)", en: "administrator (configuration)")
    case 3: Bilingual(da: "tjenesten", en: "the service")
    default: nil
    }
  }
}
