import Evidence
import TalentDomain
import Transparency

/// What others have signed of late: folded from `checkpoint.anchored`. A value, so that readers hold one while the writer makes
/// the next.
struct AnchorRegister: Sendable {
  struct Anchor: Sendable, Hashable {
    let kind: AnchorKind
    let name: String
    let size: Int
    let time: Instant
    /// Of the event that keeps it.
    let position: Int
    /// A witness's signature line; nil for an authority.
    let cosignature: String?
    /// In the policy, where it is a witness's and the policy knows it.
    let place: Int?
  }

  /// How many sizes are remembered: one who asks for longer than that finds nobody's signature.
  static let limit = 1024

  private let policy: WitnessPolicy?
  /// By size, each in the order of being kept.
  private(set) var bySize: [Int: [Anchor]] = [:]
  /// The last size that the policy is satisfied with, and when enough had signed it.
  private(set) var satisfied: (size: Int, time: Instant)?

  init(_ policy: WitnessPolicy?) { self.policy = policy }

  mutating func take(_ fact: CheckpointAnchored, position: Int) {
    take(
      Anchor(
        kind: fact.cosignature == nil ? .timestamp : .cosignature, name: fact.name.value, size: fact.size,
        time: fact.time, position: position, cosignature: fact.cosignature?.value,
        place: place(of: fact.cosignature?.value)))
  }

  private mutating func take(_ anchor: Anchor) {
    bySize[anchor.size, default: []].append(anchor)
    if bySize.count > AnchorRegister.limit, let oldest = bySize.keys.min() { bySize[oldest] = nil }
    guard anchor.size >= satisfied?.size ?? 0, let time = satisfaction(of: anchor.size) else { return }
    satisfied = (anchor.size, time)
  }

  private func place(of cosignature: String?) -> Int? {
    cosignature.flatMap { NoteSignature(line: $0) }.flatMap { policy?.place(of: $0) }
  }

  /// The same signatures, judged by another policy.
  func judged(by policy: WitnessPolicy?) -> AnchorRegister {
    var register = AnchorRegister(policy)
    for anchor in bySize.values.joined().sorted(by: { $0.position < $1.position }) {
      register.take(
        Anchor(
          kind: anchor.kind, name: anchor.name, size: anchor.size, time: anchor.time, position: anchor.position,
          cosignature: anchor.cosignature, place: register.place(of: anchor.cosignature)))
    }
    return register
  }

  /// When enough had signed a size; nil where they have not.
  func satisfaction(of size: Int) -> Instant? {
    guard let policy else { return nil }
    var agreed: Set<Int> = []
    for anchor in bySize[size, default: []].sorted(by: { $0.time < $1.time }) {
      if let place = anchor.place { agreed.insert(place) }
      if policy.quorum.isMet(by: agreed) { return anchor.time }
    }
    return nil
  }

  func kept(_ kind: AnchorKind, _ name: String, size: Int) -> Anchor? {
    bySize[size]?.first { $0.kind == kind && $0.name == name }
  }

  /// The newest size that anybody has signed.
  var newest: (size: Int, anchors: [Anchor])? { bySize.max { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// How far each witness of the policy has followed.
  var reached: [(name: String, size: Int)] {
    guard let policy else { return [] }
    return policy.witnesses.enumerated().compactMap { place, witness in
      let sizes = bySize.filter { $0.value.contains { $0.place == place } }.keys
      return sizes.max().map { (witness.verifier.name, $0) }
    }
  }

  /// Witnesses of the policy that have cosigned neither the size that it is satisfied with nor a later one.
  var lacking: [String] {
    guard let policy, let satisfied else { return policy?.witnesses.map(\.verifier.name) ?? [] }
    let reached = Dictionary(self.reached.map { ($0.name, $0.size) }, uniquingKeysWith: max)
    return policy.witnesses.map(\.verifier.name).filter { reached[$0, default: -1] < satisfied.size }
  }

  /// Authorities that have stamped neither the size that the policy is satisfied with, or else the newest that anybody signed,
  /// nor a later one.
  func late(_ authorities: [String]) -> [String] {
    let wanted = satisfied?.size ?? newest?.size ?? 0
    return authorities.filter { name in
      !bySize.contains { size, anchors in
        size >= wanted && anchors.contains { $0.kind == .timestamp && $0.name == name }
      }
    }
  }

  /// Events since the last size that the policy is satisfied with, without those that only keep anchors: each run adds some, and
  /// they alone call for no other.
  func waiting(_ size: Int) -> Int {
    let first = satisfied?.size ?? 0
    return size - first - bySize.values.joined().count { $0.position >= first && $0.position < size }
  }
}
