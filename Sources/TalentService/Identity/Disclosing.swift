import EventLog
import Projections
import TalentDomain
import Transparency

/// One viewer before one stream: what is sealed there and may be shown to them, by the table of disclosures
/// (`SealedKind.row`). Whatever opens something asks here, and nowhere else.
///
/// It looks at the roles and the state of today, whatever moment is asked about: a conflict declared since closes the case as
/// it was before, too.
struct Disclosing: Sendable {
  let viewer: Viewer
  private let organisation: Organisation
  /// Nil outside cohorts.
  private let cohort: WarmCohort?

  init(to viewer: Viewer, _ organisation: Organisation, _ cohort: WarmCohort?) {
    self.viewer = viewer
    self.organisation = organisation
    self.cohort = cohort
  }

  /// Whether this viewer could be shown records of a kind at all: asked before anything is opened.
  func couldShow(_ kind: SealedKind) -> Bool {
    !kind.row.relations.isEmpty || !kind.row.offices.isDisjoint(with: viewer.capacities)
  }

  /// - Parameters:
  ///   - owner: whose data it is, by the id in the organisation's stream.
  ///   - about: whose case it is, by the alias of the stream; nil where that is the owner's.
  ///   - author: who wrote it, by the alias of the stream.
  func mayShow(_ kind: SealedKind, owner: Alias?, about: Alias?, author: Alias?) -> Bool {
    kind.row.isFor(vantage(owner, about, author))
  }

  /// The disclosure of a field, nil where it is withheld from this viewer, or erased.
  func shown(_ field: OpenedField, about: Alias?, author: Alias?) -> Transparency.Disclosure? {
    guard let disclosure = field.disclosure, let kind = SealedKind(rawValue: disclosure.name),
      mayShow(kind, owner: field.subject.map { Alias(bits: $0) }, about: about, author: author)
    else { return nil }
    return disclosure
  }

  /// Whose data a field is, by the alias of the stream; nobody's in particular counts as the organisation's.
  func person(of field: OpenedField, about: Alias?) -> Alias {
    guard let owner = field.subject.map({ Alias(bits: $0) }), !owner.isOfTheService else {
      return about ?? .organisation
    }
    return cohort.map { $0.links.aliasOf[owner] ?? owner } ?? owner
  }

  private func vantage(_ owner: Alias?, _ about: Alias?, _ author: Alias?) -> Vantage {
    var vantage = Vantage(capacities: viewer.capacities)
    let owner = owner.flatMap { $0.isOfTheService ? nil : $0 }
    if let owner, owner == viewer.person { vantage.relations.insert(.subject) }
    if let owner, viewer.holds(.leader), organisation.people[owner]?.leader == viewer.person {
      vantage.relations.insert(.leader)
    }
    guard let cohort else { return vantage }
    if viewer.alias != .none, author == viewer.alias { vantage.relations.insert(.author) }
    let nominee = about ?? owner.flatMap { cohort.links.aliasOf[$0] }
    vantage.shields = cohort.state.shields(viewer.alias, from: nominee)
    if let nominee, viewer.holds(.assessor), cohort.state.isAssessor(viewer.alias, of: nominee) {
      vantage.relations.insert(.assessor)
      if !vantage.shields.contains(.blind) { vantage.relations.insert(.fullAssessor) }
    }
    return vantage
  }
}
