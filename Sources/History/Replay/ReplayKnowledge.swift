package import TalentDomain

/// What a replay may know beside the leaves: in the daemon what the viewer may be shown, from a bundle what it discloses.
package protocol ReplayKnowledge {
  /// What is sealed beside a cohort's event, as far as it is one of `kinds`.
  /// - Parameter count: how many digests the leaf has.
  func beside(_ position: Int, _ kinds: [any SealedRecord.Type], count: Int, about: Alias?) -> SealedBeside
  /// Who is behind an alias of the cohort, by the id in the organisation's stream.
  func person(behind alias: Alias) -> PersonBehind
}

/// The records at hand, and whether there may be others.
package struct SealedBeside: Sendable {
  package var records: [any SealedRecord] = []
  /// Some are sealed and not at hand.
  package var isWithheld = false
  /// Some can be opened by nobody any more.
  package var isErased = false

  package init() {}
}

package enum PersonBehind: Sendable, Hashable {
  case known(Alias)
  case withheld
  case erased
}

/// Nothing but the leaves.
package struct LeavesAlone: ReplayKnowledge {
  package init() {}

  package func beside(_ position: Int, _ kinds: [any SealedRecord.Type], count: Int, about: Alias?) -> SealedBeside {
    var beside = SealedBeside()
    beside.isWithheld = count > 0
    return beside
  }

  package func person(behind alias: Alias) -> PersonBehind { .withheld }
}
