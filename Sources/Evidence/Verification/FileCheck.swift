internal import Transparency

/// The files are those that the manifest lists.
enum FileCheck {
  static func check(_ files: some BundleFiles, _ manifest: BundleManifest, _ report: inout BundleReport) throws {
    var listed: Set<String> = []
    for file in manifest.files {
      listed.insert(file.path)
      guard let bytes = try files.bytes(file.path) else {
        report.note(.files, .fileMissing, in: file.path)
        continue
      }
      if bytes.count != file.bytes || Hash(of: bytes).hex != file.sha256 {
        report.note(.files, .fileChanged, in: file.path)
      }
    }
    for path in files.paths where path != BundlePath.manifest && !listed.contains(path) {
      report.note(.files, .fileUnknown, in: path)
    }
    report.looked(.files, at: manifest.files.count)
  }
}
