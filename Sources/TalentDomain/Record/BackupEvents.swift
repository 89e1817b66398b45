/// A copy of the log and its keys has been made and looked at. Where it lies is the machine's affair and not the record's.
package struct BackupMade: RecordFact {
  package var root = Digest.blank
  package var size = 0
  package var verified = false

  package static let type: StaticString = "backup.made.v1"
  package static let purpose = Bilingual(
    da: "En sikkerhedskopi er taget.",
    en: "A backup has been made.")

  package init() {}
  package init(size: Int, root: Digest, verified: Bool) {
    self.size = size
    self.root = root
    self.verified = verified
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("root", &root, "Of the tree over the events that it holds, in base64url.")
    try members("size", &size, "How many events it holds.")
    try members(
      "verified", &verified, "Whether tree, keys and views were found right in it; otherwise it counts as none.")
  }
}

/// The log was put back from a backup: what had been recorded after the events named here is not in it.
package struct ServiceRestored: RecordFact {
  package var anchored: Int?
  package var root = Digest.blank
  package var size = 0

  package static let type: StaticString = "service.restored.v1"
  package static let purpose = Bilingual(
    da: "Loggen er lagt tilbage fra en sikkerhedskopi.",
    en: "The log has been put back from a backup.")

  package init() {}
  package init(size: Int, root: Digest, anchored: Int?) {
    self.size = size
    self.root = root
    self.anchored = anchored
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members(
      "anchored", &anchored,
      "The size that somebody outside had signed, where the log was knowingly put back to fewer events than that.")
    try members("root", &root, "Of the tree over the events that were put back, in base64url.")
    try members("size", &size, "How many events were put back.")
  }
}
