import TalentDomain

/// Whether clients find the socket.
enum SocketHealth: HealthCheck {
  static let audience = HealthAudience.administrators

  static func look(_ context: HealthContext) -> [HealthVerdict] {
    guard let path = context.daemon.condition.socketGone else {
      return [
        .well(
          "socket",
          Bilingual(
            da: "Tjenestens indgang (soklen) er, hvor den skal være.",
            en: "The service's door (its socket) is where it should be."))
      ]
    }
    return [
      .amiss(
        HealthFinding(
          "socket-gone", grave: true,
          Bilingual(
            da: "Soklen \(path) er væk: ingen nye kan forbinde.",
            en: "The socket \(path) is gone: nobody new can connect."), remedy: SocketWatch.remedy))
    ]
  }
}
