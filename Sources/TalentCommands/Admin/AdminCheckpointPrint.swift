import ArgumentParser
import TalentDomain
import Transparency

extension AdminNoun {
  struct Checkpoint: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
      "checkpoint", "The log's head, on paper.",
      [Print.self])
  }
}

extension AdminNoun.Checkpoint {
  /// A page for the minutes: whoever keeps it can hold any later copy of the log against it.
  struct Print: Verb {
    static let configuration = CommandConfiguration(
      commandName: "print", abstract: "A page for the minutes: what the log holds now, to be compared with later.",
      discussion: "En side til referatet: hvad loggen rummer nu, til senere sammenligning.")
    static let methods = [ShowCheckpoint.fullMethod]

    @OptionGroup var options: QueryOptions
    var common: CommonOptions { options.common }

    func run() throws {
      let session = try Session(common)
      let (answer, bytes) = try session.ask(ShowCheckpoint(), at: options.at)
      guard session.format == .table else { return Output.write(answer, bytes, session) }
      var page = Page(session.style, columns: session.surroundings.columns)
      try MinutesPage(answer).show(on: &page)
      session.surroundings.output(Array(page.text.utf8))
    }
  }
}

/// A checkpoint as it can be read aloud and compared: the root in groups of four.
struct MinutesPage {
  private let shown: CheckpointShown
  private let checkpoint: Transparency.Checkpoint

  init(_ shown: CheckpointShown) throws {
    self.shown = shown
    guard let note = try? SignedNote(parsing: Array(shown.note.value.utf8)),
      let checkpoint = try? Transparency.Checkpoint(parsing: note.text)
    else {
      throw Failure(
        .internalFailure, "Malformed",
        [
          Bilingual(
            da: "Tjenestens kontrolpunkt kan ikke læses: er udgaverne forskellige?",
            en: "The service's checkpoint cannot be read: do the versions differ?")
        ])
    }
    self.checkpoint = checkpoint
  }

  func show(on page: inout Page) throws {
    let style = page.style
    page.say([(style(da: "Kontrolpunkt til referatet", en: "Checkpoint for the minutes"), .strong)])
    page.facts([
      ("Log", "Log", checkpoint.origin.text), ("Hændelser", "Events", String(checkpoint.size)),
      ("Den sidste registreret", "The last recorded", style.time(shown.recorded)),
      ("Rod", "Root", Self.grouped(checkpoint.root.hex)),
      ("Loggens nøgle", "The log's key", shown.key.value),
      ("Nøglens fingeraftryk", "The key's fingerprint", Self.fingerprint(of: shown.key.value)),
    ])
    try showAnchors(on: &page)
    page.say(
      "Den, der har denne side, kan efterprøve enhver senere udgave af loggen: roden for så mange hændelser er for altid den "
        + "samme. Tallene i grupper læses højt og sammenlignes.",
      "Whoever has this page can check any later copy of the log: the root of so many events stays the same for ever. Read "
        + "the groups aloud, and compare.")
    page.say(shown.note.value)
  }

  private func showAnchors(on page: inout Page) throws {
    let style = page.style
    guard let anchored = shown.anchored else {
      return page.say(
        "Ingen uden for kommunen har underskrevet loggen endnu.", "Nobody outside has signed the log yet.")
    }
    let root = try MinutesPage(anchored, key: shown.key).checkpoint.root.hex
    page.facts(
      title: Bilingual(
        da: anchored.satisfied ? "Bevidnet" : "Bevidnet, men af færre end politikken kræver",
        en: anchored.satisfied ? "Witnessed" : "Witnessed, but by fewer than the policy asks for"),
      [("Hændelser", "Events", String(anchored.size)), ("Rod", "Root", Self.grouped(root))]
        + anchored.anchors.map { anchor in
          anchor.kind == .cosignature
            ? ("Vidne", "Witness", "\(anchor.name.value), \(style.time(anchor.time))")
            : ("Tidsstempel", "Time-stamp", "\(anchor.name.value), \(style.time(anchor.time))")
        })
  }

  private init(_ anchored: AnchoredCheckpoint, key: Line) throws {
    var shown = CheckpointShown()
    shown.note = anchored.note
    shown.key = key
    try self.init(shown)
  }

  private static func grouped(_ hex: String) -> String { ReadAloud.lines(of: hex).joined(separator: "\n") }

  /// The first half of SHA-256 over the verifier key's text, in groups: enough to compare by telephone.
  static func fingerprint(of key: String) -> String { grouped(String(Hash(of: Array(key.utf8)).hex.prefix(32))) }
}
