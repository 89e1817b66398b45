import Evidence
import History
import Leaves
import StrictJSON
import TalentDomain
import Transparency

/// What a bundle discloses, for a replay that needs no service: sealed records by position, who is behind an alias as far
/// as links are among them, and what people are called.
struct BundleKnowledge: ReplayKnowledge {
  private var disclosed: [Int: [Disclosure]] = [:]
  private var withheld: Set<Int> = []
  private var erased: Set<Int> = []
  private var links: [Alias: Alias] = [:]
  private var names: [Alias: PersonName] = [:]
  /// Those whom the organisation's stream knows, and of those whoever has been erased.
  private var registered: Set<Alias> = []
  private var gone: Set<Alias> = []
  private let isPart: Bool

  init(_ bundle: Bundle) {
    isPart = bundle.manifest.person != nil
    for line in bundle.sealed {
      switch line.content {
      case .disclosed(let text):
        guard let disclosure = Disclosure(encoded: text), disclosure.digest == line.digest else { continue }
        disclosed[line.position, default: []].append(disclosure)
        if let link = disclosure.record(PersonLink.self) { links[link.alias] = link.person }
      case .withheld(.audience): withheld.insert(line.position)
      case .withheld(.erased): erased.insert(line.position)
      }
    }
    for leaf in bundle.leaves {
      switch try? leaf.bytes.withLeaf(at: leaf.position, { try fact(of: $0) }) {
      case let fact as PersonRegistered:
        registered.insert(fact.person)
        if let name = disclosed[leaf.position]?.lazy.compactMap({ $0.record(PersonName.self) }).first {
          names[fact.person] = name
        }
      case let fact as SubjectKeyDestroyed where fact.classes.contains(PersonName.retention): gone.insert(fact.person)
      default: continue
      }
    }
  }

  func beside(_ position: Int, _ kinds: [any SealedRecord.Type], count: Int, about: Alias?) -> SealedBeside {
    var beside = SealedBeside()
    let here = disclosed[position] ?? []
    beside.records = kinds.flatMap { kind in here.compactMap { $0.opened(kind) } }
    beside.isErased = erased.contains(position)
    // What has no line in the bundle is not at hand either.
    beside.isWithheld = withheld.contains(position) || here.count < count
    return beside
  }

  func person(behind alias: Alias) -> PersonBehind {
    if alias.bits <= Alias.service.bits { return .known(alias) }
    return links[alias].map { .known($0) } ?? .withheld
  }
}

extension BundleKnowledge: Resolver {
  func resolve(_ reference: inout PersonRef) throws(Fault) {}
  func resolve(_ thing: inout Thing) throws(Fault) {}

  func resolve(_ person: inout Person) throws(Fault) {
    // As the service calls them.
    if person.id == .administrator { person.name = "administrator" }
    if person.id == .service { person.name = "talentd" }
    guard let name = names[links[person.id] ?? person.id] else {
      if isErased(person.id) { person.erased = true }
      return
    }
    person.name = name.name
    person.number = name.number
  }

  /// In a bundle that says of one alias who it is, one of which it does not has lost its link.
  private func isErased(_ alias: Alias) -> Bool {
    let person = links[alias] ?? alias
    if registered.contains(person) { return gone.contains(person) }
    return !isPart && alias.bits > Alias.service.bits && !links.isEmpty && links[alias] == nil
  }
}

extension Disclosure {
  fileprivate func record<S: SealedRecord>(_ kind: S.Type) -> S? {
    name == S.name ? try? S(canonical: value) : nil
  }

  fileprivate func opened<S: SealedRecord>(_ kind: S.Type) -> (any SealedRecord)? { record(kind) }
}
