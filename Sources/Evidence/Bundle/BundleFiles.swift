/// The files of a bundle, wherever they are kept. Paths are relative, with slashes.
package protocol BundleFiles {
  /// Of every file there is, sorted.
  var paths: [String] { get }
  /// The whole content; nil where there is no such file.
  func bytes(_ path: String) throws -> [UInt8]?
}

/// A bundle held in memory.
package struct BundleInMemory: BundleFiles {
  package var files: [String: [UInt8]]

  package init(_ files: [String: [UInt8]]) { self.files = files }

  package var paths: [String] { files.keys.sorted() }
  package func bytes(_ path: String) -> [UInt8]? { files[path] }
}
