/// The state of one cohort (hold): folded from its stream, and from nothing else.
package struct Cohort: Sendable {
  /// Events folded so far, so the next one's revision.
  package var revision = 0
  package var setup = Setup()
  package var nominations = Nominations()
  package var assessment = Assessment()
  package var selection = Selection()
  package var programme = Programme()
  package var lastDays = LastDays()

  package init() {}

  package var isOpen: Bool { setup.opened != nil }
}
