package import TalentDomain

/// One cohort as one viewer may read it. Every answer about a cohort is made from this and nothing else, so the same code
/// answers for now and as of any earlier time.
///
/// An answer that is nil is one that the viewer may not know of, or that does not exist: the service makes the same
/// «not found» of both. People and things stand in answers by their ids; names are filled in where the reply is written.
package struct CohortReading<O: Opener> {
  package let organisation: Organisation
  package let cohort: Cohort
  /// The cohort as it is today, whatever moment is asked about: by it is judged what the viewer may know.
  package let present: Cohort
  package let viewer: Viewer
  package let opener: O

  package init(
    organisation: Organisation, cohort: Cohort, present: Cohort? = nil, viewer: Viewer, opener: O
  ) {
    self.organisation = organisation
    self.cohort = cohort
    self.present = present ?? cohort
    self.viewer = viewer
    self.opener = opener
  }

  package var code: Code { cohort.setup.code }
}
