internal import Transparency

/// The files of `anchors/`, out of what the record says was anchored.
package enum AnchorFiles {
  package static func files(of anchors: [AnchoredLeaf]) -> [(path: String, bytes: [UInt8])] {
    var notes: [Int: String] = [:]
    var lines: [Int: [String]] = [:]
    var files: [(path: String, bytes: [UInt8])] = []
    for anchor in anchors {
      notes[anchor.size] = notes[anchor.size] ?? anchor.note
      if let line = anchor.cosignature { lines[anchor.size, default: []].append(line + "\n") }
      if let stamp = anchor.timestamp.flatMap({ Base64.decode($0) }) {
        files.append((BundlePath.timestamp(anchor.size, anchor.name), stamp))
      }
    }
    for (size, note) in notes {
      files.append((BundlePath.note(size), Array(note.utf8)))
      files.append((BundlePath.cosigned(size), Array((note + (lines[size] ?? []).joined()).utf8)))
    }
    return files.sorted { $0.path < $1.path }
  }
}
