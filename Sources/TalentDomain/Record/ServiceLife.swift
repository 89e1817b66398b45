/// The service has started to answer.
package struct ServiceStarted: RecordFact {
  package var administrators = 0
  package var configuration = Digest.blank
  package var version = Line("")

  package static let type: StaticString = "service.started.v1"
  package static let purpose = Bilingual(
    da: "Tjenesten er startet.",
    en: "The service has started.")

  package init() {}
  package init(administrators: Int, configuration: Digest, version: Line) {
    self.administrators = administrators
    self.configuration = configuration
    self.version = version
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("administrators", &administrators, "How many accounts the configuration names as administrators.")
    try members("configuration", &configuration, "SHA-256 of the configuration in force.")
    try members("version", &version, "The program's version.")
  }
}

/// The service has read its configuration anew, and goes by it from now on.
package struct ServiceReconfigured: RecordFact {
  package var administrators = 0
  package var configuration = Digest.blank

  package static let type: StaticString = "service.reconfigured.v1"
  package static let purpose = Bilingual(
    da: "Tjenesten har læst sin konfiguration igen.",
    en: "The service has read its configuration anew.")

  package init() {}
  package init(administrators: Int, configuration: Digest) {
    self.administrators = administrators
    self.configuration = configuration
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("administrators", &administrators, "How many accounts the configuration names as administrators.")
    try members("configuration", &configuration, "SHA-256 of the configuration in force.")
  }
}

/// The service has stopped in good order. Without it, the next start follows a crash.
package struct ServiceStopped: RecordFact {
  package static let type: StaticString = "service.stopped.v1"
  package static let purpose = Bilingual(
    da: "Tjenesten er standset.",
    en: "The service has stopped.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The machine's clock was set while the service ran. Recorded time never goes backwards all the same.
package struct ClockStepped: RecordFact {
  package var milliseconds = 0

  package static let type: StaticString = "clock.stepped.v1"
  package static let purpose = Bilingual(
    da: "Maskinens ur er blevet stillet.",
    en: "The machine's clock has been set.")

  package init() {}
  package init(milliseconds: Int) { self.milliseconds = milliseconds }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("milliseconds", &milliseconds, "By how much; below zero where it was set back.")
  }
}
