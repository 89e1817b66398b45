import ArgumentParser
import TalentDomain

extension CohortNoun {
  struct Progress: QueryVerb {
    static let configuration = CommandConfiguration.verb("progress", ShowProgress.self)

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowProgress {
      var query = ShowProgress()
      query.cohort = try cohort.code()
      return query
    }
  }
}
