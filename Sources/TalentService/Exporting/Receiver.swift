import Projections
import TalentDomain

/// Whom a bundle is for: whoever asks, or the one person whose part it is.
struct Receiver: Sendable {
  /// Whose part it is, by the alias of the cohort; nil for a whole cohort's.
  let person: Alias?
  /// The same, by the id in the organisation's stream.
  private let subject: Alias?
  private let viewer: Viewer
  private let cohort: Cohort
  private let links: LinkIndex

  /// - Throws: `.notFound` where there is no such cohort or person; a refusal by R19 or R20 where whoever asks is to see
  ///   nothing of how the cohort was judged.
  init(_ query: ExportBundle, _ scene: Scene, _ warm: WarmCohort) throws(Refusal) {
    guard warm.state.isOpen else { throw .notFound }
    cohort = warm.state
    links = warm.links
    if let wanted = query.person {
      guard wanted.person != .none, wanted.alias != .none,
        warm.state.nominations.forms.values.contains(where: { $0.nominee == wanted.alias })
      else {
        throw .notFound
      }
      person = wanted.alias
      subject = wanted.person
      // As that person may see it, whoever asks for it.
      viewer = Viewer(person: wanted.person, alias: wanted.alias, capacities: [.employee])
    } else {
      person = nil
      subject = nil
      viewer = scene.viewer(in: query.cohort, alias: links.aliasOf[scene.caller.person] ?? .none)
      try Impartiality.check(viewer.alias, in: cohort)
    }
  }

  /// Whether a leaf of this stream, type and subject belongs in the bundle.
  func wants(_ stream: String, _ type: String, subject: Alias?) -> Bool {
    guard let person else { return true }
    // Who it is: the person's own name and employment.
    if stream == Stream.organisation {
      return subject == self.subject && ["\(PersonRegistered.type)", "\(EmploymentRecorded.type)"].contains(type)
    }
    guard subject == person, Stream.cohort(in: stream) == cohort.setup.code else { return false }
    return OwnEvents.shows(type, of: person, in: cohort)
  }

  /// Whether a sealed field of a leaf may be shown.
  /// - Parameters:
  ///   - owner: under whose key it is sealed, by the id in the organisation's stream.
  ///   - subject: whom the leaf is about, by the stream's alias.
  func mayShow(_ audience: Audience, owner: Alias, subject: Alias?, actor: Alias, in stream: String) -> Bool {
    if let own = self.subject {
      // The own link and name are the person's to see; nobody else's are.
      if owner == own, audience == .link || audience == .staff { return true }
      return subject == person && Disclosing.mayShow(audience, to: viewer, about: subject, author: nil)
    }
    // Of all whom the municipality employs, only those who had to do with the cohort.
    if stream == Stream.organisation, owner != .organisation, links.aliasOf[owner] == nil { return false }
    return Disclosing.mayShow(audience, to: viewer, about: subject, author: actor)
  }
}
