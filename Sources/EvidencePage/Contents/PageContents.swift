internal import EventWords
internal import Evidence
internal import Leaves
internal import TalentDomain

/// What a page tells of, read from a bundle.
struct PageContents: Sendable {
  /// The steps, in order of position.
  private(set) var events: [PageEvent] = []
  /// Who could do what before the cohort was opened.
  private(set) var before: [PageEvent] = []
  /// How many leaves of each type the page does not show one by one.
  private(set) var others: [(type: EventType, count: Int)] = []
  private(set) var names = Names()
  /// In a person's part: the person's alias.
  let person: Alias?
  /// How many leaves the bundle has.
  let leaves: Int
  /// Positions of the events that the page shows one by one.
  private(set) var shown: Set<Int> = []

  init(_ bundle: Bundle) throws(LeafError) {
    let cohort = bundle.manifest.cohort
    person = bundle.manifest.person.flatMap { Alias($0) }
    leaves = bundle.leaves.count
    let sealed = Dictionary(grouping: bundle.sealed, by: \.position)
    var counts: [String: Int] = [:]
    var isOpen = person != nil
    for leaf in bundle.leaves {
      let event = try leaf.read { view throws(LeafError) in
        try PageEvent(view, sealed: sealed[leaf.position, default: []].map { SealedField($0) })
      }
      names.learn(event.type.name, event.facts, event.sealed)
      isOpen = isOpen || event.stream == "cohort/\(cohort)"
      if person != nil || event.concerns(cohort) {
        if isOpen { events.append(event) } else { before.append(event) }
        shown.insert(event.position)
      } else {
        counts[event.type.name, default: 0] += 1
      }
    }
    others = counts.sorted { $0.key < $1.key }.compactMap { name, count in
      EventType.all[name].map { ($0, count) }
    }
  }
}

extension PageContents {
  /// Whether nobody knows any more who this was. A person's part withholds who the others are.
  func isErased(_ alias: Alias) -> Bool { person == nil && names.isErased(alias) }

  /// As lists and the script call somebody.
  func label(_ alias: Alias) -> String {
    names.person(alias) ?? (isErased(alias) ? "slettet person \(alias.text.prefix(4))" : alias.text)
  }
}

extension Bundle.Leaf {
  /// A view of the leaf, for as long as the closure runs.
  func read<Value>(_ body: (Leaves.Leaf) throws(LeafError) -> Value) throws(LeafError) -> Value {
    do {
      return try bytes.withLeaf(at: position) { view in try body(view) }
    } catch let error as LeafError {
      throw error
    } catch {
      throw LeafError(position: position, .malformed)
    }
  }
}
