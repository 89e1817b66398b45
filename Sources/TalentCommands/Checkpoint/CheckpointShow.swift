import ArgumentParser
import TalentDomain

extension CheckpointNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowCheckpoint.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> ShowCheckpoint {
      ShowCheckpoint()
    }
  }
}
