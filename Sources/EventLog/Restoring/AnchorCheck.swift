internal import Transparency

/// Holds a log that is to be put back against what others outside are known to have signed.
struct AnchorCheck {
  /// The one in its place, and those that somebody brings.
  let files: [AnchoredFile]

  /// What is left behind, where that was wanted.
  struct Behind {
    let size: Int
    let file: AnchoredFile
  }

  /// - Parameter mayRollBack: whether fewer events than were signed may be put back.
  /// - Throws: `RestoreError.anchorOfAnother`, `.anchorDiffers`, `.behindAnchor`, `.anchorMalformed`.
  func check(_ log: EventLog, mayRollBack: Bool) throws -> Behind? {
    var behind: Behind?
    for file in files {
      guard let checkpoint = try file.read() else { continue }
      guard checkpoint.origin.text.utf8.elementsEqual(log.origin.utf8) else {
        throw RestoreError.anchorOfAnother(path: file.path, found: checkpoint.origin.text)
      }
      if checkpoint.size <= log.size {
        guard try log.reader().root(size: checkpoint.size) == checkpoint.root else {
          throw RestoreError.anchorDiffers(path: file.path, size: checkpoint.size)
        }
      } else if checkpoint.size > behind?.size ?? 0 {
        // Its signature is not asked for: the key may be one that came after this backup.
        behind = Behind(size: checkpoint.size, file: file)
      }
    }
    guard let behind, !mayRollBack else { return behind }
    throw RestoreError.behindAnchor(
      path: behind.file.path, anchored: behind.size, size: log.size,
      recorded: log.size > 0 ? try log.reader().recordedTime(at: log.size - 1) : nil)
  }
}
