import TalentDomain

/// A cohort folded to its latest event, with its links opened.
///
/// It stands behind a reference, so that copying the table of all warm cohorts, as every batch does, copies none of them.
struct WarmCohort: Sendable {
  /// So many that were opened last are looked at for what concerns all cohorts: duties, and to whom the log is closed.
  static let latest = 64
  /// At most so many are kept: more than the country has municipalities.
  static let limit = 112

  /// When it was last asked for, counted in askings.
  var used = 0
  private var content = Content()

  var state: Cohort {
    get { content.state }
    _modify {
      own()
      yield &content.state
    }
  }

  var links: LinkIndex {
    get { content.links }
    _modify {
      own()
      yield &content.links
    }
  }

  /// A copy of its own before a change, where others hold the same.
  private mutating func own() {
    if !isKnownUniquelyReferenced(&content) { content = Content(content) }
  }

  /// Sendable, for it is changed only while nobody else holds it (`own`).
  private final class Content: @unchecked Sendable {
    var state = Cohort()
    var links = LinkIndex()

    init() {}

    init(_ other: Content) {
      state = other.state
      links = other.links
    }
  }
}
