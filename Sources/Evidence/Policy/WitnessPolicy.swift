package import Transparency

/// Which logs and witnesses somebody trusts, and how many witnesses must agree (C2SP tlog-policy).
///
/// Pure and strict: what the specification does not allow is an error that names the line.
package struct WitnessPolicy: Sendable {
  package struct Log: Sendable {
    package let verifier: NoteVerifier
    package let url: String?
  }

  package struct Witness: Sendable {
    /// What the file calls it; the name that stands in cosignatures is the verifier's.
    package let name: PolicyName
    package let verifier: NoteVerifier
    /// By custom its submission prefix (C2SP tlog-witness): requests go to `<url>/add-checkpoint`.
    package let url: String?
  }

  /// Who must have cosigned: so many of the members. Members are places in `witnesses`, or further such rules.
  package indirect enum Quorum: Sendable, Hashable {
    case none
    case witness(Int)
    case group(atLeast: Int, [Quorum])

    /// - Parameter cosigned: places in `witnesses`.
    package func isMet(by cosigned: Set<Int>) -> Bool {
      switch self {
      case .none: true
      case .witness(let place): cosigned.contains(place)
      case .group(let threshold, let members): members.count { $0.isMet(by: cosigned) } >= threshold
      }
    }
  }

  package internal(set) var logs: [Log] = []
  package internal(set) var witnesses: [Witness] = []
  package internal(set) var quorum = Quorum.none

  /// Bytes of a policy file.
  package static let lengthLimit = 1 << 18

  /// - Throws: the first fault, with its line.
  package init(parsing bytes: [UInt8]) throws(PolicyError) {
    var parser = try PolicyParser(bytes)
    self = try parser.policy()
  }

  init() {}
}

/// The name of a witness or a group within a policy file: octets, whatever they may mean to a reader. «K» (0x4B) and the
/// Kelvin sign are two names, though Swift's strings would call them equal.
package struct PolicyName: Sendable, Hashable, CustomStringConvertible {
  package let octets: [UInt8]

  init(_ octets: some Sequence<UInt8>) { self.octets = Array(octets) }

  package var description: String { String(decoding: octets, as: UTF8.self) }
}
