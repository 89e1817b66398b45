import Evidence
import Glibc
import TalentDomain

/// A bundle in a folder. Nothing but plain files counts: a link is no file.
struct BundleFolder: BundleFiles {
  let path: String
  let paths: [String]
  /// Nothing outside the folder is read, whatever a manifest says.
  private let known: Set<String>

  init(_ path: String) throws {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure.noInput(Bilingual(da: "\(path) er ikke en mappe.", en: "\(path) is no folder."))
    }
    paths = try BundleFolder.files(below: path, "").sorted()
    known = Set(paths)
  }

  func bytes(_ file: String) throws -> [UInt8]? {
    var status = stat()
    guard known.contains(file), lstat("\(path)/\(file)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return try InputFile.read("\(path)/\(file)", limit: Int(status.st_size))
  }

  private static func files(below root: String, _ folder: String) throws -> [String] {
    guard let stream = opendir("\(root)/\(folder)") else {
      let reason = String(cString: strerror(errno))
      throw Failure.noInput(
        Bilingual(
          da: "\(root)/\(folder) kan ikke læses: \(reason).", en: "\(root)/\(folder) cannot be read: \(reason)."))
    }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var status = stat()
      guard lstat("\(root)/\(path)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR { found += try files(below: root, path) } else { found.append(path) }
    }
    return found
  }
}
