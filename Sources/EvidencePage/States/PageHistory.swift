internal import Evidence
internal import Leaves
internal import TalentDomain

/// The state after each of the page's events.
struct PageHistory: Sendable {
  let states: [StepState]

  init(_ bundle: Bundle, _ contents: PageContents) throws(LeafError) {
    let stream = "cohort/\(bundle.manifest.cohort)"
    var folder = StepFolder()
    var states: [StepState] = []
    var leaves = bundle.leaves[...]
    for event in contents.events {
      leaves = leaves.drop { $0.position < event.position }
      guard let leaf = leaves.first else { throw LeafError(position: event.position, .misplaced) }
      if event.stream == stream {
        try leaf.read { view throws(LeafError) in try folder.take(view, event) }
      }
      states.append(folder.state)
    }
    self.states = states
  }
}
