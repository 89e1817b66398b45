internal import Leaves
internal import Transparency

/// Each digest of each leaf has one line, which discloses it or says why not; what is erased, a later event names.
enum SealedCheck {
  private struct Field: Hashable {
    let position: Int
    let digest: String
  }

  static func check(_ bundle: Bundle, _ report: inout BundleReport) {
    var open: Set<Field> = []
    // What an event says is gone, with the position of the event.
    var erased: [Field: Int] = [:]
    for stored in bundle.leaves {
      try? stored.bytes.withLeaf(at: stored.position) { leaf in
        for digest in leaf.digests { open.insert(Field(position: leaf.position, digest: digest)) }
        guard leaf.type == EvidenceType.erased else { return }
        for cover in leaf.covers {
          for digest in cover.digests { erased[Field(position: cover.position, digest: digest)] = leaf.position }
        }
      }
    }
    for line in bundle.sealed {
      let field = Field(position: line.position, digest: line.digest)
      let isCovered = erased[field].map { $0 > line.position } ?? false
      guard open.remove(field) != nil else {
        report.note(.disclosures, .sealedUnknown, at: line.position, in: BundlePath.sealed)
        continue
      }
      switch line.content {
      case .disclosed(let encoded):
        if Disclosure(encoded: encoded)?.digest != line.digest {
          report.note(.disclosures, .disclosureDiffers, at: line.position, in: BundlePath.sealed)
        } else if isCovered {
          report.note(.disclosures, .disclosedAfterErasure, at: line.position, in: BundlePath.sealed)
        } else {
          report.disclosed += 1
        }
      case .withheld(.audience): report.withheld += 1
      case .withheld(.erased):
        report.erased += 1
        if !isCovered { report.note(.disclosures, .erasedWithoutEvent, at: line.position, in: BundlePath.sealed) }
      }
    }
    for field in open.sorted(by: { ($0.position, $0.digest) < ($1.position, $1.digest) }) {
      report.note(.disclosures, .sealedMissing, at: field.position, in: BundlePath.sealed)
    }
    report.looked(.disclosures, at: bundle.sealed.count)
  }
}
