import EventLog
import Letters
import Synchronization
import TalentDomain

/// The settings that the service goes by, with what follows from them. Whoever works by them takes them once: all of them change
/// together.
final class InForce: Sendable {
  let settings: Settings
  let identification: Identification
  let letters: TemplateFolder
  let anchoring: AnchorCall
  /// Administrators whom the machine does not know.
  let unknownAdministrators: [String]

  init(_ settings: Settings, _ before: TurningPointSizes) {
    self.settings = settings
    let administrators = settings.administrators.map { (name: $0, uid: SystemAccounts.uid(of: $0)) }
    unknownAdministrators = administrators.filter { $0.uid == nil }.map(\.name)
    identification = Identification(
      administrators: Set(administrators.compactMap(\.uid)), anchor: SystemAccounts.uid(of: settings.anchor.account),
      service: SystemAccounts.own, isSimulated: settings.simulate)
    letters = TemplateFolder(settings.lettersFolder, sender: settings.sender)
    anchoring = AnchorCall(settings.anchor, before)
  }
}

/// Where the settings in force are found, and what became of the last try to change them.
final class Standing: Sendable {
  private struct State {
    var inForce: InForce
    var refusal: Bilingual?
  }

  private let state: Mutex<State>

  init(_ inForce: InForce) { state = Mutex(State(inForce: inForce)) }

  var inForce: InForce { state.withLock { $0.inForce } }

  /// Why the last reload was refused; nil where it was not.
  var refusal: Bilingual? { state.withLock { $0.refusal } }

  func publish(_ inForce: InForce) { state.withLock { $0.inForce = inForce } }
  func refuse(_ why: Bilingual) { state.withLock { $0.refusal = why } }
  func settle() { state.withLock { $0.refusal = nil } }
}
