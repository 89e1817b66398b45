import CivilTime
import Evidence
import History
import Leaves
import StrictJSON
import TalentDomain
import TalentInterface
import Transparency

/// A cohort judged again from a bundle, without the service. It takes the bundle as it is: whether it is whole and
/// unchanged, `audit verify` says.
struct BundleReplay {
  private let bundle: Bundle
  private let cohort: Code
  private let zone: Zone
  private let knowledge: BundleKnowledge
  private let folder: String

  init(_ path: String, _ wanted: Code?, _ zone: Zone) throws {
    folder = path
    self.zone = zone
    let files = try BundleFolder(path)
    guard let manifest = try files.bytes(BundlePath.manifest).flatMap({ BundleManifest(parsing: $0) }),
      let cohort = Code(manifest.cohort),
      let leaves = try files.bytes(BundlePath.leaves).flatMap({ Bundle.leaves(in: $0) }),
      let sealed = try files.bytes(BundlePath.sealed).flatMap({ Bundle.sealed(in: $0) })
    else {
      throw Failure.badData(
        Bilingual(
          da: "\(path) er ikke en bevispakke. Efterprøv den: talentctl audit verify \(path)",
          en: "\(path) is no evidence bundle. Check it: talentctl audit verify \(path)"))
    }
    guard manifest.person == nil else {
      throw Failure.badData(
        Bilingual(
          da: "\(path) er én persons del. En genafspilning kræver en bevispakke for hele holdet.",
          en: "\(path) is one person's part. A replay takes a bundle of the whole cohort."))
    }
    guard wanted == nil || wanted == cohort else {
      throw Failure.badData(
        Bilingual(
          da: "\(path) er for holdet \(cohort.value).", en: "\(path) is for the cohort \(cohort.value)."))
    }
    self.cohort = cohort
    var bundle = Bundle()
    bundle.manifest = manifest
    bundle.leaves = leaves.sorted { $0.position < $1.position }
    bundle.sealed = sealed
    self.bundle = bundle
    knowledge = BundleKnowledge(bundle)
  }

  func replay(_ query: ReplayCohort, at moment: AsOf?) throws -> ReplayPage {
    var replay = Replay(of: cohort, knowing: knowledge, digest: sha256)
    try each(upTo: query.to, at: moment) { try replay.take($0) }
    let limit = query.effective.flatMap {
      zone.instant(LocalTime(date: $0.adding(days: 1), time: TimeOfDay(seconds: 0)))
    }
    var whole = ReplayPage()
    for page in replay.pages(all: query.all ?? false, effectiveBefore: limit) { whole.add(page) }
    return try named(whole)
  }

  func suppose(_ supposed: Supposition, at moment: AsOf?) throws -> WhatIfShown {
    var whatIf = WhatIf(supposed, of: cohort, knowing: knowledge)
    try each(upTo: nil, at: moment) { try whatIf.take($0) }
    let shown: WhatIfShown
    do throws(Refusal) { shown = try whatIf.shown() } catch { throw Failure(error) }
    return try named(shown)
  }

  private func each(upTo last: Int?, at moment: AsOf?, _ body: (Leaf) throws -> Void) throws {
    for stored in bundle.leaves {
      if stored.position > min(last ?? .max, moment?.position ?? .max) { return }
      do {
        try stored.bytes.withLeaf(at: stored.position) { leaf in
          if let time = moment?.time, leaf.recorded > time.milliseconds { return }
          try body(leaf)
        }
      } catch let error as LeafError {
        throw Failure(
          .unverified, "LeafMalformed",
          [
            Bilingual(
              da:
                "\(folder): hændelsen på position \(error.position) kan ikke læses. Efterprøv pakken med audit verify.",
              en: "\(folder): the event at position \(error.position) cannot be read. Check the bundle by audit verify."
            )
          ])
      }
    }
  }

  private func named<R: Record>(_ answer: R) throws -> R {
    var (answer, resolver) = (answer, knowledge)
    try answer.resolve(&resolver)
    return answer
  }

  private func sha256(_ bytes: [UInt8]) -> TalentDomain.Digest {
    TalentDomain.Digest(Hash(of: bytes).withUnsafeBytes { Base64URL.encode($0) }) ?? .blank
  }
}

extension Failure {
  /// What the service would have answered.
  fileprivate init(_ refusal: Refusal) {
    switch refusal {
    case .rules(let findings):
      self.init(.refused, "Refused", findings.flatMap { [$0.problem, $0.remedy] })
    case .invalid(let fault):
      let sentence = fault.problem.sentence
      let path = fault.path.joined(separator: ".")
      self.init(.badData, "InvalidInput", [Bilingual(da: "\(path): \(sentence.da)", en: "\(path): \(sentence.en)")])
    case .notFound, .conflict, .notPermitted:
      self.init(
        .notFound, "NotFound",
        [Bilingual(da: "Pakken har intet hold på den tid.", en: "The bundle has no cohort at that time.")])
    }
  }
}
