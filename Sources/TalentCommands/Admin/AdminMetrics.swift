import ArgumentParser
import TalentDomain

extension AdminNoun {
  /// As it is, for a collector: by a timer into node_exporter's textfile folder, for instance.
  struct Metrics: Verb {
    static let configuration = CommandConfiguration.verb("metrics", ShowMetrics.self)
    static let methods = [ShowMetrics.fullMethod]

    @OptionGroup var options: QueryOptions
    var common: CommonOptions { options.common }

    func run() throws {
      let session = try Session(common)
      let (answer, bytes) = try session.ask(ShowMetrics(), at: options.at)
      guard session.format == .table else { return Output.write(answer, bytes, session) }
      session.surroundings.output(Array(answer.text.value.utf8))
    }
  }
}

extension MetricsShown: Shown {
  func show(on page: inout Page) { page.say(text.value) }
}
