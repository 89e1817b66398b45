import Glibc

/// A file system of its own, ext4 in a file, that a test may fill, break and pull out.
final class SmallDisk {
  let path: String
  private let image: String
  private var isMounted = false

  init(in folder: String, mebibytes: Int) throws {
    try OSUser.requireRoot()
    path = "\(folder)/disk"
    image = "\(folder)/disk.img"
    mkdir(path, 0o755)
    let descriptor = open(image, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0, ftruncate(descriptor, off_t(mebibytes << 20)) == 0 else {
      throw Trouble("no file for a disk")
    }
    close(descriptor)
    // Without blocks kept for root, whom the tests run as.
    try SmallDisk.run("mkfs.ext4", "-q", "-F", "-m", "0", image)
    try mount()
  }

  deinit { if isMounted { try? pull() } }

  func mount() throws {
    try SmallDisk.run("mount", "-o", "loop,errors=remount-ro", image, path)
    isMounted = true
    chmod(path, 0o755)
  }

  /// Whoever has a file open keeps it: the file system goes when the last one is closed.
  func pull() throws {
    try SmallDisk.run("umount", "-l", path)
    isMounted = false
  }

  /// Once nobody holds it any more.
  func unmount() throws {
    try until("nobody uses the disk", seconds: 30) { try? SmallDisk.run("umount", path) }
    isMounted = false
  }

  /// As somebody would who comes with a broken disk.
  func repair() throws {
    // 1 says that something was mended.
    let run = try ChildProcess.run(["e2fsck", "-f", "-y", image])
    guard run.status <= 1 else { throw Trouble("e2fsck: \(run.output)\(run.error)") }
  }

  // MARK: What goes wrong

  private var filler: String { "\(path)/filler" }

  /// Takes all the room there is.
  func fill() throws {
    let descriptor = open(filler, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Trouble("the disk cannot be filled: \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    for size in [1 << 20, 1 << 12, 1] {
      let piece = [UInt8](repeating: 0xA5, count: size)
      while write(descriptor, piece, size) == size {}
    }
    fsync(descriptor)
  }

  func makeRoom() { unlink(filler) }

  /// The kernel finds an error in the file system and lets nobody write to it any more, whoever has files open.
  func turnReadOnly() throws {
    let device = try ChildProcess.run(["findmnt", "-n", "-o", "SOURCE", path]).output.split(separator: "/").last
    guard let device else { throw Trouble("the disk is not mounted") }
    try Files.write(
      Array("1".utf8), to: "/sys/fs/ext4/\(device.trimmingSuffix(while: \.isWhitespace))/trigger_fs_error")
  }

  private static func run(_ arguments: String...) throws {
    let run = try ChildProcess.run(arguments)
    guard run.status == 0 else { throw Trouble("\(arguments.joined(separator: " ")): \(run.error)") }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return rest
  }
}
