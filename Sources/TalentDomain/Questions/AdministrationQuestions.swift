/// Is all well?
package struct ShowStatus: Query {

  package typealias Answer = ServiceStatus
  package static let purpose = Bilingual(
    da: "Tjenestens tilstand.",
    en: "The state of the service.")
  package static let area = Area.administration

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ShowStatus`.
package struct ServiceStatus: Record {
  package var anchor: AnchorStatus?
  package var checkpoint: Int?
  package var connections: Int?
  package var health: [HealthFinding] = []
  package var masterKey: MasterKeyShown?
  package var origin = Line("")
  package var readOnly = false
  package var scrubbed: Int?
  package var simulated = false
  package var size: Int?
  package var started = Instant.blank
  package var version = Line("")
  package var views: Int?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("anchor", &anchor, "How far others vouch for the log; for those who may see positions.")
    try members("checkpoint", &checkpoint, "The size that the latest checkpoint signs.")
    try members("connections", &connections)
    try members("health", &health, "What is amiss, the grave first; as far as the caller may know of it.")
    try members("masterKey", &masterKey, "For administrators.")
    try members("origin", &origin)
    try members("readOnly", &readOnly)
    try members("scrubbed", &scrubbed, "How far the background pass has verified.")
    try members("simulated", &simulated)
    try members("size", &size, "Events in the log; for those who may see positions.")
    try members("started", &started)
    try members("version", &version)
    try members("views", &views, "How far the views have come.")
  }
}

/// Do the views equal the log?
package struct ShowProjections: Query {

  package typealias Answer = ProjectionList
  package static let purpose = Bilingual(
    da: "Visningerne: hvor langt de er, og deres fingeraftryk.",
    en: "The views: how far they have come, and their digest.")
  package static let area = Area.administration

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ShowProjections`.
package struct ProjectionList: Record {
  package var digest = Digest.blank
  package var position = 0
  package var projections: [ProjectionLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("digest", &digest, "Over every row of every view.")
    try members("position", &position, "Events applied.")
    try members("projections", &projections)
  }
}

/// One view.
package struct ProjectionLine: Record {
  package var digest = Digest.blank
  package var name = Line("")
  package var rows = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("digest", &digest, "SHA-256 over the typed rows in key order.")
    try members("name", &name)
    try members("rows", &rows)
  }
}

/// Rebuild, with progress; the last reply carries both digests.
package struct RebuildProjections: Query {

  package typealias Answer = RebuildProgress
  package static let purpose = Bilingual(
    da: "Byg visningerne op fra loggen, mens de gamle svarer.",
    en: "Rebuild the views from the log while the old ones answer.")
  package static let area = Area.administration
  package static let streams = true

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// One step of a rebuild.
package struct RebuildProgress: Record {
  package var before: Digest?
  package var digest: Digest?
  package var done = 0
  package var total = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("before", &before, "Of the views they replace, at the same position.")
    try members("digest", &digest, "Of the rebuilt views, at the end.")
    try members("done", &done)
    try members("total", &total)
  }
}
