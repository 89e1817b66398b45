import ArgumentParser
import Evidence
import History
import Leaves
import TalentDomain
import Transparency

extension AuditNoun {
  struct Verify: Verb {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Check an evidence bundle. It takes no service and no network.",
      discussion: "Efterprøv en bevispakke. Det kræver hverken tjenesten eller et netværk.")
    static let methods: [String] = []

    @Argument(help: ArgumentHelp("The bundle's folder.", valueName: "dir"))
    var folder: String

    @Option(
      name: .customLong("log-key"),
      help: ArgumentHelp(
        "The log's key, from the minutes or from whoever keeps it; or a file with it.", valueName: "key"))
    var logKeys: [String] = []

    @Option(
      name: .customLong("witness-key"), help: ArgumentHelp("A witness's key, or a file with it.", valueName: "key"))
    var witnessKeys: [String] = []

    @Option(help: ArgumentHelp("Which witnesses count and how many must agree (C2SP tlog-policy).", valueName: "file"))
    var policy: String?

    @Option(
      name: .customLong("tsa-ca"),
      help: ArgumentHelp("Certificates of time-stamp authorities that you trust (PEM).", valueName: "file"))
    var authorities: String?

    @Option(help: ArgumentHelp("A checkpoint that you have from earlier or from somebody else.", valueName: "file"))
    var known: [String] = []

    @Option(help: ArgumentHelp("Minutes that a recorded time may lie outside its bracket.", valueName: "minutes"))
    var tolerance = 5

    @Option(help: ArgumentHelp("Hours that the newest anchor may be older than the bundle.", valueName: "hours"))
    var maxAge = 48

    @OptionGroup var common: CommonOptions

    func run() throws {
      let session = try Session(common)
      let bundle = try BundleFolder(folder)
      var trust = try trust(bundle)
      trust.timestamps = try authorities.map { try StampTimes(bundle, authorities: $0).time }
      let report = try BundleVerifier.verify(bundle, trust: trust)
      try VerifiedBundle(report, folder: folder).conclude(session)
    }

    private func trust(_ bundle: BundleFolder) throws -> BundleTrust {
      var trust = BundleTrust.ofTalentctl(bundle)
      trust.logKeys = try logKeys.map { try key($0, "--log-key") }
      trust.witnessKeys = try witnessKeys.map { try key($0, "--witness-key") }
      trust.policy = try policy.map { try readPolicy($0) }
      // A policy may name the logs that it is about: their keys came with it.
      trust.logKeys += trust.policy?.logs.map(\.verifier) ?? []
      trust.known = try known.map { path in
        guard let note = try? SignedNote(parsing: try InputFile.read(path)) else {
          throw Failure.badData(
            Bilingual(
              da: "\(path) er ikke et kontrolpunkt (en signeret note).",
              en: "\(path) is no checkpoint (a signed note)."))
        }
        return note
      }
      guard (0...1_000_000).contains(tolerance), (0...1_000_000).contains(maxAge) else {
        throw Failure.usage(
          Bilingual(da: "Minutter og timer er mindst 0.", en: "Minutes and hours are at least 0."))
      }
      trust.tolerance = Int64(tolerance) * 60_000
      trust.anchorAge = Int64(maxAge) * 3_600_000
      return trust
    }

    /// A key as it stands, or the first line of a file that holds one.
    private func key(_ given: String, _ option: String) throws -> NoteVerifier {
      if let key = NoteVerifier(vkey: given) { return key }
      let line = (try? InputFile.read(given)).flatMap { String(validating: $0, as: UTF8.self) }?
        .split(separator: "\n").first.map { String($0) }
      guard let key = line.flatMap({ NoteVerifier(vkey: $0) }) else {
        throw Failure.badData(
          Bilingual(
            da: "\(option) er hverken en nøgle (navn+kontrolsum+base64) eller en fil med en.",
            en: "\(option) is neither a key (name+hash+base64) nor a file with one."))
      }
      return key
    }

    private func readPolicy(_ path: String) throws -> WitnessPolicy {
      let bytes = try InputFile.read(path)
      do {
        return try WitnessPolicy(parsing: bytes)
      } catch {
        let (da, en) = error.sentences
        throw Failure.badData(Bilingual(da: "\(path): \(da)", en: "\(path): \(en)"))
      }
    }
  }
}

extension BundleTrust {
  /// What the command line itself knows: every type of event of this version, and how the page is made.
  static func ofTalentctl(_ files: BundleFolder) -> BundleTrust {
    var trust = BundleTrust()
    trust.page = { try BundlePage.html(of: $0, files) }
    trust.isKnown = { leaf in (try? fact(of: leaf)) != nil }
    return trust
  }
}
