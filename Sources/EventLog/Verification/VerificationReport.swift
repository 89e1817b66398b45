package import Transparency

/// What reading a whole log from its files found.
package struct VerificationReport: Sendable {
  package struct Finding: Sendable, Hashable {
    /// The event it concerns, where that is known; for a block or a tree, its first.
    package let position: Int?
    package let flaw: Flaw

    package init(position: Int?, flaw: Flaw) {
      self.position = position
      self.flaw = flaw
    }
  }

  package let origin: String
  package let simulated: Bool
  /// As a C2SP verifier key.
  package let verifierKey: String
  /// How many events there are, and the root of the tree over them.
  package internal(set) var size = 0
  package internal(set) var root = TreeHash.empty
  package internal(set) var streams = 0
  package internal(set) var checkpoints = 0
  /// Checkpoints from elsewhere that the tree was held against.
  package internal(set) var knownCheckpoints = 0
  /// By the number of events that was asked about; what the log does not have is left out.
  package internal(set) var roots: [Int: Hash] = [:]
  package internal(set) var newestCheckpoint: SignedCheckpoint?
  /// Sealed fields that opened, and those that were erased.
  package internal(set) var openedFields = 0
  package internal(set) var erasedFields = 0
  /// Those whose key the register of erased keys names, and whose rows stand until the service starts.
  package internal(set) var unrecordedFields = 0
  /// Why the vault was not opened; nil where it was.
  package internal(set) var vaultClosed: LogError?
  /// In the order of discovery, the first 1,000.
  package private(set) var findings: [Finding] = []
  package private(set) var findingCount = 0

  package static let findingLimit = 1000

  init(origin: String, simulated: Bool, verifierKey: String) {
    self.origin = origin
    self.simulated = simulated
    self.verifierKey = verifierKey
  }

  package var isIntact: Bool { findingCount == 0 }

  /// The first event that something is wrong with, as far as it is known.
  package var firstBadPosition: Int? { findings.compactMap(\.position).min() }

  /// Notes what a whole range has wrong at the first leaf in it that is known to be bad, or else at its start.
  mutating func note(_ flaw: Flaw, over range: Range<Int>) {
    let bad = findings.filter { [.leafMissing, .leafMalformed, .leafMisplaced, .leafChanged].contains($0.flaw) }
    note(flaw, at: bad.compactMap(\.position).filter(range.contains).min() ?? range.lowerBound)
  }

  mutating func note(_ flaw: Flaw, at position: Int?) {
    findingCount += 1
    if findings.count < Self.findingLimit { findings.append(Finding(position: position, flaw: flaw)) }
  }
}
