import ArgumentParser
import CivilTime
import TalentDomain

extension CalendarNoun {
  /// The same calendar as a file that calendar programs subscribe to or import.
  struct Export: Verb {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write the calendar as iCalendar (RFC 5545).",
      discussion: "Skriv kalenderen som iCalendar (RFC 5545).")
    static let methods = [ShowCalendar.fullMethod]

    @OptionGroup var calendar: CalendarOptions

    @Option(help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"), completion: .file())
    var to = "-"

    var common: CommonOptions { calendar.options.common }

    func run() throws {
      let session = try Session(common)
      let (shown, _) = try session.ask(try calendar.query(), at: calendar.options.at)
      guard let zone = Zone(shown.zone.value) else {
        throw Failure.configuration(
          Bilingual(
            da: "Tidszonen \(shown.zone.value) findes ikke på denne maskine.",
            en: "There is no time zone \(shown.zone.value) on this machine."))
      }
      let bytes = ICalendar(shown, zone, session.style).bytes
      guard to != "-" else { return session.surroundings.output(bytes) }
      // The cohort's calendar is there to be handed out; a participant's names whom that one meets.
      try OutputFile.write(bytes, to: to, mode: shown.participant == nil ? 0o666 : 0o600)
    }
  }
}
