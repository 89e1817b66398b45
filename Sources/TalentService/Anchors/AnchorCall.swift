/// What happens when a turning point is on record: the checkpoint before it is remembered, and anchoring asked for.
struct AnchorCall: Sendable {
  /// Nil where nobody has been chosen to sign.
  private let bell: String?
  private let before: TurningPointSizes

  init(_ settings: AnchorSettings, _ before: TurningPointSizes) {
    bell = settings.policy == nil ? nil : settings.bell
    self.before = before
  }

  /// False where nobody could be told.
  func wants(sizeBefore size: Int) -> Bool {
    guard let bell else { return true }
    before.add(size)
    return AnchorBell.ring(bell)
  }
}
