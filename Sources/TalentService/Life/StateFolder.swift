import Glibc

/// The folder of the log: made where it is missing, for nobody else to read. What is wrong with it is found on opening.
enum StateFolder {
  static func makeIfMissing(_ path: String) { mkdir(path, 0o700) }
}
