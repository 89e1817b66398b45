import Glibc
import Testing
import Transparency

/// A folder as it is: each file by its bytes and the time of its last change, and the folder's own time. What has been
/// refused must not have changed any of it.
struct Stamps: Equatable {
  private let lines: [String]

  init(of folder: String) throws {
    lines = try (Files.names(in: folder).sorted().map { "\(folder)/\($0)" } + [folder]).map { path in
      var status = stat()
      guard lstat(path, &status) == 0 else { throw Trouble("no \(path)") }
      let isFile = status.st_mode & S_IFMT == S_IFREG
      let digest = isFile ? Hash(of: try Files.read(path)).hex : ""
      return "\(path) \(status.st_mode) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_size) \(digest)"
    }
  }
}
