import EventLog
import Projections
import TalentDomain
import Transparency

/// Whom a bundle is for: whoever asks, or the one person whose part it is.
struct Receiver: Sendable {
  /// Whose part it is, by the alias of the cohort; nil for a whole cohort's.
  let person: Alias?
  /// The same, by the id in the organisation's stream.
  private let subject: Alias?
  private let inCohort: Disclosing
  private let inOrganisation: Disclosing
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
      // As that person may see it, whoever asks for it; who else is an alias is not the person's to know.
      let viewer = Viewer(person: wanted.person, alias: wanted.alias, capacities: [.employee])
      inCohort = Disclosing(to: viewer, scene.memory.organisation, warm)
      inOrganisation = Disclosing(to: viewer, scene.memory.organisation, nil)
    } else {
      person = nil
      subject = nil
      inCohort = scene.disclosing(in: query.cohort)
      inOrganisation = scene.disclosing()
      try Impartiality.check(inCohort.viewer.alias, in: cohort)
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

  /// The disclosure of a sealed field of a leaf, where it may be shown.
  /// - Parameters:
  ///   - subject: whom the leaf is about, by the stream's alias.
  ///   - author: in whose name it was recorded.
  func shown(_ field: OpenedField, subject: Alias?, author: Alias, in stream: String) -> Transparency.Disclosure? {
    let isOfCohort = Stream.cohort(in: stream) != nil
    // Of all whom the municipality employs, only those who had to do with the cohort.
    if !isOfCohort, let owner = field.subject.map({ Alias(bits: $0) }), !owner.isOfTheService,
      links.aliasOf[owner] == nil
    {
      return nil
    }
    return (isOfCohort ? inCohort : inOrganisation).shown(field, about: subject, author: author)
  }

  /// Whose data a field is, by the stream's alias.
  func person(of field: OpenedField, subject: Alias?, in stream: String) -> Alias {
    (Stream.cohort(in: stream) == nil ? inOrganisation : inCohort).person(of: field, about: subject)
  }
}
