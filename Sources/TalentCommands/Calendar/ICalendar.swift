import CivilTime
import TalentDomain

/// A calendar as iCalendar (RFC 5545). Times are in UTC, days are days. Nothing in it is of the moment of writing, so two
/// exports of the same calendar are equal, and a program that imports it again finds what it has by UID and SEQUENCE.
struct ICalendar {
  private let zone: Zone
  private let style: Style
  private var lines = ContentLines()

  var bytes: [UInt8] { lines.bytes }

  init(_ shown: CalendarShown, _ zone: Zone, _ style: Style) {
    self.zone = zone
    self.style = style
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//talentd//talentctl//\(style(da: "DA", en: "EN"))")
    lines.add("CALSCALE", "GREGORIAN")
    // RFC 7986, and what many programs read instead.
    lines.add("NAME", text: shown.title.value)
    lines.add("X-WR-CALNAME", text: shown.title.value)
    for event in shown.events { add(event, of: shown.origin) }
    lines.add("END", "VCALENDAR")
  }

  private mutating func add(_ event: CalendarLine, of origin: Line) {
    let changed = utc(event.changed)
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: "\(event.id.value)@\(origin.value)")
    // Without a METHOD, DTSTAMP says when the event was last revised (3.8.7.2).
    lines.add("DTSTAMP", changed)
    lines.add("LAST-MODIFIED", changed)
    lines.add("SEQUENCE", String(event.sequence))
    lines.add("STATUS", event.cancelled ? "CANCELLED" : "CONFIRMED")
    add(event.time)
    // A day on which something lies somewhere does not keep anybody from other meetings.
    lines.add("TRANSP", event.time.starts == nil ? "TRANSPARENT" : "OPAQUE")
    lines.add("SUMMARY", text: style.summary(event))
    if !event.earlier.isEmpty { lines.add("DESCRIPTION", text: style.moved(event)) }
    lines.add("END", "VEVENT")
  }

  private mutating func add(_ time: CalendarTime) {
    if let starts = time.starts.flatMap(zone.instant), let ends = time.ends.flatMap(zone.instant) {
      lines.add("DTSTART", utc(starts))
      lines.add("DTEND", utc(ends))
    } else {
      lines.add("DTSTART;VALUE=DATE", digits(time.from))
      // The first day after it (3.6.1).
      lines.add("DTEND;VALUE=DATE", digits(time.to.adding(days: 1)))
    }
  }

  private func digits(_ date: CivilDate) -> String { date.text.replacing("-", with: "") }

  /// `20270426T070000Z`.
  private func utc(_ instant: Instant) -> String {
    String(instant.text.prefix(19)).replacing("-", with: "").replacing(":", with: "") + "Z"
  }
}

extension Style {
  /// `3. samling`, `Mentormøde: Mette Rasmussen`.
  func summary(_ event: CalendarLine) -> String {
    let detail = event.title?.value ?? event.with?.name?.value ?? ""
    guard event.kind != .gathering else { return detail.isEmpty ? self(event.kind.label) : detail }
    return detail.isEmpty ? self(event.kind.label) : "\(self(event.kind.label)): \(detail)"
  }

  /// Where it lay before.
  func moved(_ event: CalendarLine) -> String {
    let times = event.earlier.map(time).joined(separator: "; ")
    return self(da: "Flyttet. Lå før: \(times).", en: "Moved. It lay before: \(times).")
  }

  /// `26-04-2027 09:00–16:00`, or the days alone.
  func time(_ time: CalendarTime) -> String {
    let days = time.from == time.to ? date(time.from) : "\(date(time.from))–\(date(time.to))"
    guard let starts = time.starts, let ends = time.ends else { return days }
    return "\(days) \(starts.time.text.prefix(5))–\(ends.time.text.prefix(5))"
  }
}
