import CivilTime
import TalentDomain
import Testing

@testable import TalentCommands

/// A calendar as a file for calendar programs, and as a table for people.
struct ICalendarTests {
  private static let calendar = CalendarShown.with { shown in
    shown.origin = "kommune.example/talent"
    shown.title = "Ledelsestalent 2027; hold Å"
    shown.zone = "Europe/Copenhagen"
    shown.events = [
      .with {
        $0.changed = moment("2027-08-16T09:00:00")
        $0.earlier = [time("2027-10-07", "2027-10-07")]
        $0.id = "gathering-6"
        $0.kind = .gathering
        $0.sequence = 1
        $0.time = time("2027-11-04", "2027-11-04")
        $0.title = "6. samling"
      },
      .with {
        $0.cancelled = true
        $0.changed = moment("2028-01-02T09:00:00")
        $0.id = "entry-0123456789abc"
        $0.kind = .dialogue
        $0.sequence = 2
        $0.time = CalendarTime(from: day("2028-01-10"), to: day("2028-01-14"))
        $0.with = .named("10515", "Aase, Nygård", 7)
      },
    ]
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }

  private static func moment(_ text: String) -> TalentDomain.Instant {
    LocalTime(text).flatMap { Zone("Europe/Copenhagen")?.instant($0) } ?? .blank
  }

  private static func time(_ from: String, _ to: String) -> CalendarTime {
    var time = CalendarTime(from: day(from), to: day(to))
    time.starts = LocalTime("\(from)T09:00:00")
    time.ends = LocalTime("\(to)T16:00:00")
    return time
  }

  private func text(_ language: Language) throws -> String {
    let zone = try #require(Zone("Europe/Copenhagen"))
    return String(decoding: ICalendar(Self.calendar, zone, Style(language, zone)).bytes, as: UTF8.self)
  }

  @Test func `a calendar is written to the letter`() throws {
    let expected = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//talentd//talentctl//DA
      CALSCALE:GREGORIAN
      NAME:Ledelsestalent 2027\\; hold Å
      X-WR-CALNAME:Ledelsestalent 2027\\; hold Å
      BEGIN:VEVENT
      UID:gathering-6@kommune.example/talent
      DTSTAMP:20270816T070000Z
      LAST-MODIFIED:20270816T070000Z
      SEQUENCE:1
      STATUS:CONFIRMED
      DTSTART:20271104T080000Z
      DTEND:20271104T150000Z
      TRANSP:OPAQUE
      SUMMARY:6. samling
      DESCRIPTION:Flyttet. Lå før: 07-10-2027 09:00–16:00.
      END:VEVENT
      BEGIN:VEVENT
      UID:entry-0123456789abc@kommune.example/talent
      DTSTAMP:20280102T080000Z
      LAST-MODIFIED:20280102T080000Z
      SEQUENCE:2
      STATUS:CANCELLED
      DTSTART;VALUE=DATE:20280110
      DTEND;VALUE=DATE:20280115
      TRANSP:TRANSPARENT
      SUMMARY:Karriere- og måldialog: Aase\\, Nygård
      END:VEVENT
      END:VCALENDAR

      """
    #expect(try text(.da) == expected.replacing("\n", with: "\r\n"))
  }

  @Test func `it speaks the language that is asked for`() throws {
    let english = try text(.en)
    #expect(english.contains("SUMMARY:Career and goal dialogue: Aase\\, Nygård\r\n"))
    #expect(english.contains("DESCRIPTION:Moved. It lay before: 2027-10-07 09:00–16:00.\r\n"))
  }

  @Test func `people are shown when, what and what changed, within eighty columns`() async throws {
    try await FakeService.run({ _ in .reply(Self.calendar.canonical) }) { service in
      let run = await CommandRun.of(
        ["calendar", "show", "--cohort", "2027", "--language", "da"], socket: service.socket, columns: 80)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("04-11-2027 09:00–16:00  6. samling            før 07-10-2027"), "\(run.output)")
      #expect(run.output.contains("10-01-2028–14-01-2028   Dialog: Aase, Nygård  aflyst"), "\(run.output)")
      let rows = await CommandRun.of(
        ["calendar", "show", "--cohort", "2027", "-o", "csv"], socket: service.socket)
      #expect(rows.output.split(separator: "\r\n").count == 3, "\(rows.output)")
    }
  }
}
