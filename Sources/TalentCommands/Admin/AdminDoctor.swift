import ArgumentParser
import CPlatform
import TalentDomain

extension AdminNoun {
  /// Ends with 0 where nothing is amiss, 78 where something is to be mended, 69 where the service is not reachable.
  struct Doctor: Verb {
    static let configuration = CommandConfiguration.verb("doctor", ExamineService.self)
    static let methods = [ExamineService.fullMethod]

    @OptionGroup var options: QueryOptions
    var common: CommonOptions { options.common }

    func run() throws {
      let session = try Session(common)
      do {
        var (answer, _) = try session.ask(ExamineService(), at: options.at)
        // The service's unit keeps it from asking for the clock.
        let isHeld = talent_clock_is_synchronised()
        if isHeld >= 0, !answer.lines.contains(where: { $0.code.value.hasPrefix("clock") }) {
          answer.lines.append(.clock(isHeld: isHeld == 1))
        }
        Output.write(answer, answer.canonical, session)
        if answer.worst != .fine { throw Ended(status: .configuration) }
      } catch var failure as Failure where failure.isOnTheWay {
        failure.sentences += SocketDiagnosis(session.socket).sentences
        failure.sentences.append(
          Bilingual(
            da: "Se efter uden tjenesten, som root: talentd doctor --config /etc/talentd/talentd.yaml",
            en: "Look without the service, as root: talentd doctor --config /etc/talentd/talentd.yaml"))
        throw failure
      }
    }
  }
}

extension Failure {
  /// The service was not reached at all, or not by this account.
  fileprivate var isOnTheWay: Bool {
    status == .unreachable || status == .tryAgain || (status == .notPermitted && parameters == nil)
  }
}

extension ServiceExamined: Shown {
  static var lists: [String] { ["lines"] }

  func show(on page: inout Page) {
    for line in lines { page.say(line.shown(page.style)) }
    let count = lines.count { $0.state != .fine }
    page.say(
      count == 0
        ? page.style(da: "Alt er i orden.", en: "All is well.")
        : page.style(da: "\(count) ting skal ses efter.", en: "\(count) to be seen to."))
  }
}

extension ExaminedLine {
  fileprivate func shown(_ style: Style) -> [(text: String, tone: Ink.Tone?)] {
    let words = style(Bilingual(da: wordsDa.value, en: wordsEn.value))
    let mark =
      switch state {
      case .fine: "ok"
      case .warning: style(da: "advarsel", en: "warning")
      case .failing: style(da: "fejl", en: "failure")
      }
    var lines: [(text: String, tone: Ink.Tone?)] = [("\(mark): \(words)", state == .fine ? nil : .warning)]
    if let remedyDa, let remedyEn {
      lines.append(("  \(style(Bilingual(da: remedyDa.value, en: remedyEn.value)))", nil))
    }
    return lines
  }
}
