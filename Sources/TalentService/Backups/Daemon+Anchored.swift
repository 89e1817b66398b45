import EventLog
import TalentDomain
import Transparency

// The newest checkpoint that somebody outside has signed, kept beside the register of erased keys: `talentd restore` does not
// go back behind it unasked.
extension Daemon {
  /// After something was kept that others signed.
  func keepAnchored(_ fact: CheckpointAnchored) {
    guard var note = try? SignedNote(parsing: Array(fact.note.value.utf8)) else { return }
    if let line = fact.cosignature, let signature = NoteSignature(line: line.value) { try? note.add(signature) }
    keepAnchored(note.bytes)
  }

  /// What the record knows, where the file is missing or behind: after an upgrade, or a crash in between.
  func keepAnchoredAtStart() {
    guard let size = published.read().anchors.newest?.size,
      let checkpoint = try? log.reader().checkpoint(atLeast: size), checkpoint.size == size
    else { return }
    keepAnchored(Array(checkpoint.note.utf8))
  }

  private func keepAnchored(_ note: [UInt8]) {
    do {
      try AnchoredFile(beside: settings.erasedKeysFile).keep(note)
    } catch {
      report(.anchoredUnkept)
    }
  }
}
