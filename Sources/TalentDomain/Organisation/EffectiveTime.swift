extension Context {
  /// When a step took effect that happened on an earlier day (virkningstid): the beginning of that day. Nil for today, or
  /// where no day is given: then it takes effect as it is recorded.
  package func effective(on day: CivilDate?, zone: String = municipalZone) throws(Refusal) -> Instant? {
    guard let day, day != localDate else { return nil }
    return try start(of: day, zone: zone, at: "date")
  }

  /// The first instant of a day in a zone. `member` is where the command named the day.
  package func start(of day: CivilDate, zone: String, at member: String) throws(Refusal) -> Instant {
    let midnight = LocalTime(date: day, time: TimeOfDay(seconds: 0))
    guard day.components.year <= 9999, let instant = directory.instant(of: midnight, zone: zone) else {
      throw .invalid(Fault(.expected("a day that the zone's calendar knows"), at: [member]))
    }
    return instant
  }
}

/// The zone of the municipality's own dates; a cohort names its own.
package let municipalZone = "Europe/Copenhagen"
