/// A size that the log had by a time that somebody outside vouches for.
package struct TrustedTime: Sendable, Hashable {
  /// In leaves.
  package let size: Int
  /// Since 1970.
  package let milliseconds: Int64

  package init(size: Int, milliseconds: Int64) {
    self.size = size
    self.milliseconds = milliseconds
  }
}

/// When a leaf says it was recorded.
package struct RecordedTime: Sendable, Hashable {
  package let position: Int
  /// Since 1970.
  package let milliseconds: Int64

  package init(position: Int, milliseconds: Int64) {
    self.position = position
    self.milliseconds = milliseconds
  }
}

/// A leaf that was recorded at another time than it says: dated back, or dated ahead.
package struct BracketFinding: Sendable, Hashable {
  package let position: Int
  package let recorded: Int64
  /// The last anchor that does not hold the leaf: it was recorded no earlier. Nil where there is none.
  package let after: TrustedTime?
  /// The first anchor that holds it: it was recorded no later.
  package let before: TrustedTime?

  /// It says that it is older than the anchor that does not know it yet.
  package var isDatedBack: Bool
}

/// Holds recorded times against the times of those who signed from outside.
///
/// A leaf that an anchored checkpoint of size N does not hold, being at N or beyond, was recorded after that anchor's time;
/// one that it holds, before. Both give or take the tolerance, for clocks differ, and between a checkpoint's signing and its
/// anchoring others may be recorded.
package enum Bracket {
  /// Milliseconds: five minutes.
  package static let usualTolerance: Int64 = 300_000

  package enum Outcome: Sendable, Hashable {
    /// Times are played in a simulated log.
    case simulated
    /// Nobody outside has vouched for a time.
    case noAnchors
    /// - Parameters:
    ///   - bracketed: how many leaves lie between two anchors.
    ///   - open: how many lie after the last anchor, or before the first: only one side of them is bounded.
    case checked(findings: [BracketFinding], bracketed: Int, open: Int)
  }

  /// - Parameters:
  ///   - times: in any order; of several of one size the earliest counts for what it holds, the latest for what it lacks.
  ///   - leaves: any of the log's, in any order.
  package static func check(
    _ times: [TrustedTime], _ leaves: some Sequence<RecordedTime>, tolerance: Int64 = usualTolerance, simulated: Bool
  ) -> Outcome {
    if simulated { return .simulated }
    guard !times.isEmpty else { return .noAnchors }
    let anchors = times.sorted { ($0.size, $0.milliseconds) < ($1.size, $1.milliseconds) }
    var findings: [BracketFinding] = []
    var (bracketed, open) = (0, 0)
    let floors = latestSoFar(anchors)
    let ceilings = earliestFromHere(anchors)
    for leaf in leaves {
      // The first anchor that holds the leaf; those before it do not.
      let place = anchors.partitioningIndex { $0.size > leaf.position }
      let after = place > 0 ? floors[place - 1] : nil
      let before = place < anchors.count ? ceilings[place] : nil
      if after != nil, before != nil { bracketed += 1 } else { open += 1 }
      let isEarly = after.map { leaf.milliseconds < $0.milliseconds - tolerance } ?? false
      let isLate = before.map { leaf.milliseconds > $0.milliseconds + tolerance } ?? false
      guard isEarly || isLate else { continue }
      findings.append(
        BracketFinding(
          position: leaf.position, recorded: leaf.milliseconds, after: after, before: before, isDatedBack: isEarly))
    }
    return .checked(findings: findings.sorted { $0.position < $1.position }, bracketed: bracketed, open: open)
  }

  /// At each place the anchor with the latest time among it and those of smaller size.
  private static func latestSoFar(_ anchors: [TrustedTime]) -> [TrustedTime] {
    var latest: [TrustedTime] = []
    for anchor in anchors {
      latest.append(latest.last.map { $0.milliseconds > anchor.milliseconds ? $0 : anchor } ?? anchor)
    }
    return latest
  }

  /// At each place the anchor with the earliest time among it and those of greater size.
  private static func earliestFromHere(_ anchors: [TrustedTime]) -> [TrustedTime] {
    var earliest: [TrustedTime] = []
    for anchor in anchors.reversed() {
      earliest.append(earliest.last.map { $0.milliseconds < anchor.milliseconds ? $0 : anchor } ?? anchor)
    }
    return earliest.reversed()
  }
}

extension [TrustedTime] {
  /// The first place for which `belongs` holds, where it holds for all after it too.
  fileprivate func partitioningIndex(_ belongs: (TrustedTime) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
