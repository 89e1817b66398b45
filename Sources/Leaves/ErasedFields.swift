internal import StrictJSON

/// Sealed fields of one event that another says are gone.
package struct ErasedFields: Sendable, Hashable {
  /// Of the event beside which they stood.
  package let position: Int
  /// As they stand in its `_sd`.
  package let digests: [String]
}

extension Leaf {
  /// What this event says has been erased: the member `covers` of its facts, as far as it can be read. Empty for an event that
  /// says nothing of the kind.
  package var covers: [ErasedFields] {
    guard let covers = (try? JSON(parsing: Array(facts)))?["covers"]?.array else { return [] }
    return covers.compactMap { cover in
      guard let position = cover["position"]?.integer, let digests = cover["digests"]?.array else { return nil }
      return ErasedFields(position: Int(position), digests: digests.compactMap(\.string))
    }
  }
}
