package import Evidence
package import Leaves
internal import StrictJSON
internal import Transparency

/// The page of a bundle (`index.html`): one file that shows the selection step by step, and needs nothing beside itself.
///
/// It is made from the bundle's contents alone, by no clock and no chance, so that whoever verifies the bundle makes it
/// again and compares the bytes.
package enum EvidencePage {
  /// - Parameters:
  ///   - bundle: the leaves and disclosures to show; its list of files is not looked at.
  ///   - rules: the rules' sentences, as `rules.json` has them.
  ///   - proofs: what is known of the proofs of these leaves.
  /// - Returns: HTML in UTF-8.
  /// - Throws: `LeafError`, naming the position of a leaf that cannot be read.
  package static func html(
    of bundle: Bundle, rules: [PageRule] = PageRule.all, proofs: PageProofs
  ) throws(LeafError) -> [UInt8] {
    let contents = try PageContents(bundle)
    let history = try PageHistory(bundle, contents)
    var page = PageWriter(contents, rules, proofs)
    return page.written(bundle.manifest, history)
  }
}
