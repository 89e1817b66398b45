internal import Leaves
internal import Transparency

/// Each digest of each leaf has one line, which discloses it or says why not.
enum SealedCheck {
  private struct Field: Hashable {
    let position: Int
    let digest: String
  }

  static func check(_ bundle: Bundle, _ report: inout BundleReport) {
    var open: Set<Field> = []
    for leaf in bundle.leaves {
      let digests = (try? leaf.bytes.withLeaf(at: leaf.position) { $0.digests }) ?? []
      for digest in digests { open.insert(Field(position: leaf.position, digest: digest)) }
    }
    for line in bundle.sealed {
      guard open.remove(Field(position: line.position, digest: line.digest)) != nil else {
        report.note(.disclosures, .sealedUnknown, at: line.position, in: BundlePath.sealed)
        continue
      }
      switch line.content {
      case .disclosed(let encoded):
        if Disclosure(encoded: encoded)?.digest == line.digest {
          report.disclosed += 1
        } else {
          report.note(.disclosures, .disclosureDiffers, at: line.position, in: BundlePath.sealed)
        }
      case .withheld(.audience): report.withheld += 1
      case .withheld(.erased):
        // No event of this version's says that a key was destroyed, so nothing can cover it.
        report.erased += 1
        report.note(.disclosures, .erasedWithoutEvent, at: line.position, in: BundlePath.sealed)
      }
    }
    for field in open.sorted(by: { ($0.position, $0.digest) < ($1.position, $1.digest) }) {
      report.note(.disclosures, .sealedMissing, at: field.position, in: BundlePath.sealed)
    }
    report.looked(.disclosures, at: bundle.sealed.count)
  }
}
