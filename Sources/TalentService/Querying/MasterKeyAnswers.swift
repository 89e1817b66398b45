import EventLog
import Projections
import TalentDomain
import TalentInterface
import Varlink

// The master key: changing it, and printing it for the safe. Either is on record; the key never is.
extension Daemon {
  func rotateMasterKey(_ question: Question, _ caller: Caller) async throws -> MasterKeyShown {
    guard !writer.isReadOnly else { throw WriterError.readOnly }
    let state: MasterKeyState
    do {
      state = try await offEventLoop { [log] in try log.rotateMasterKey() }
    } catch LogError.masterKeyAwaited {
      throw Refusal.rule(
        Finding(
          .s2,
          Bilingual(
            da: "Det sidste skift af hovednøglen venter på, at systemd får den nye.",
            en: "The last change of the master key waits for systemd to be given the new one."),
          remedy: Bilingual(
            da:
              "Lav den nye fortrolige fil af siden fra talentctl admin key escrow, start tjenesten, og skift så igen.",
            en:
              "Make the new credential from the page of talentctl admin key escrow, start the service, and change then."
          )
        ))
    }
    try await recordRotation(state.ordinal, by: caller.person, at: question.simulate?.at)
    return MasterKeyShown(state)
  }

  /// On record before anybody sees it.
  func escrowMasterKey(_ question: Question, _ caller: Caller) async throws -> EscrowPage {
    let (key, state) = (log.escrowed, log.masterKey)
    var fact = MasterKeyEscrowed()
    fact.number = state.ordinal + 1
    _ = try await writer.submit(.record(actor: caller.person, [Proposal(fact)], at: question.simulate?.at))
    var page = EscrowPage()
    page.lines = key.lines.map { Line($0) }
    page.made = Instant(milliseconds: try log.reader().recordedTime(at: log.size - 1))
    page.number = state.ordinal + 1
    page.origin = Line(key.origin)
    return page
  }

  /// A change that was interrupted between the keys and the log is recorded at the next start, by the service.
  func recordRotations() async throws {
    let unrecorded = try log.unrecordedRotations()
    guard !unrecorded.isEmpty else { return }
    let known = try recordedRotations()
    for ordinal in unrecorded {
      if known.contains(ordinal + 1) {
        try log.noteRotationRecorded(ordinal)
      } else {
        try await recordRotation(ordinal, by: .service, at: nil)
      }
    }
  }

  private func recordRotation(_ ordinal: Int, by actor: Alias, at time: Instant?) async throws {
    var fact = MasterKeyRotated()
    fact.awaited = log.masterKey.source == .credential
    fact.number = ordinal + 1
    _ = try await writer.submit(.record(actor: actor, [Proposal(fact)], at: time))
    try log.noteRotationRecorded(ordinal)
  }

  /// The numbers of the last changes that the log tells of.
  private func recordedRotations() throws -> Set<Int> {
    let (type, reader) = ("\(MasterKeyRotated.type)", log.reader())
    var numbers: Set<Int> = []
    for position in try views.reader().latest(64, type: type, in: Stream.record) {
      if let fact = try Folding.recordedFact(at: position, reader) as? MasterKeyRotated { numbers.insert(fact.number) }
    }
    return numbers
  }
}

extension MasterKeyShown {
  init(_ state: MasterKeyState) {
    self.init()
    awaited = state.isAwaited
    number = state.ordinal + 1
    since = Instant(milliseconds: state.since)
    source = state.source == .file ? .file : .credential
  }
}
