import Glibc

/// Somebody else's witness: `aics-witness` of PyPI, named by TALENT_WITNESS, listening on loopback. Where it is missing, tests
/// fail.
final class Witness {
  let folder: String
  let port: Int
  /// Its verifier key.
  let key: String
  private var process: ChildProcess?

  init(in folder: String, name: String = "witness.example/w1") throws {
    self.folder = folder
    port = try Loopback.freePort()
    let made = try Witness.run(
      ["init", "--config", "\(folder)/witness.json", "--name", name, "--listen", "127.0.0.1:\(port)"])
    guard let line = made.split(separator: "\n").first(where: { $0.hasPrefix("\(name)+") }) else {
      throw Trouble("the witness tells no key: \(made)")
    }
    key = String(line)
  }

  deinit { process?.kill() }

  /// A policy that asks for this witness, at this address.
  var policy: String { "witness w1 \(key) http://127.0.0.1:\(port)\nquorum w1\n" }

  func trust(_ origin: String, key: String) throws {
    _ = try Witness.run(["add-log", "--config", "\(folder)/witness.json", "--origin", origin, "--vkey", key])
  }

  func start() throws {
    process = try ChildProcess([try Witness.program(), "serve", "--config", "\(folder)/witness.json"])
    try until("the witness listens", seconds: 30) {
      if let status = process?.ended() { throw Trouble("the witness ended with \(status): \(process?.error ?? "")") }
      return Loopback.answers(port) ? true : nil
    }
  }

  func stop() {
    process?.kill()
    process = nil
  }

  /// The log-signed requests that it kept as evidence of a broken promise.
  func evidence() throws -> String { try Witness.run(["evidence", "--config", "\(folder)/witness.json"]) }

  private static func program() throws -> String {
    guard let path = getenv("TALENT_WITNESS") else {
      throw Trouble("set TALENT_WITNESS to aics-witness with the packages of Tests/witness-requirements.txt")
    }
    return String(cString: path)
  }

  private static func run(_ arguments: [String]) throws -> String {
    let run = try ChildProcess.run([try program()] + arguments)
    guard run.status == 0 else { throw Trouble("aics-witness \(arguments[0]): \(run.error)\(run.output)") }
    return run.output
  }
}

/// Ports of 127.0.0.1.
enum Loopback {
  /// One that nobody listens on now.
  static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = local(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard bound else { throw Trouble("no port of 127.0.0.1 is free") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  static func answers(_ port: Int) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    let address = local(port)
    return withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private static func local(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
