import Glibc

/// A time-stamp authority of `openssl ts`, made for one test: a root, an authority under it, and what goes wrong with both.
///
/// Debian's package openssl.
final class Authority {
  struct Trouble: Error, CustomStringConvertible {
    let description: String
  }

  let folder: String
  private var serial = 0

  /// - Parameter key: `openssl req -newkey`'s word for the kind of key.
  init(key: [String] = ["-newkey", "rsa:2048"]) throws {
    var template = Array("/tmp/talent-tsa-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble(description: "no folder") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try write(Authority.configuration(folder), to: "openssl.cnf")
    try openssl(
      ["req", "-x509", "-config", "openssl.cnf", "-extensions", "root", "-nodes", "-subj", "/CN=Root of the test"]
        + key + ["-keyout", "root.key", "-out", "root.pem", "-days", "30"])
    try certify("tsa", key, extensions: "stamping")
    try write("01\n", to: "serial")
  }

  deinit {
    _ = try? Authority.run(["rm", "-rf", folder], in: "/")
  }

  /// A certificate under the root, `name.pem` with `name.key`.
  func certify(_ name: String, _ key: [String], extensions: String, days: Int = 30) throws {
    try openssl(
      ["req", "-new", "-config", "openssl.cnf", "-nodes", "-subj", "/CN=\(name) of the test"] + key
        + ["-keyout", "\(name).key", "-out", "\(name).csr"])
    try openssl([
      "x509", "-req", "-in", "\(name).csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-extfile",
      "openssl.cnf", "-extensions", extensions, "-days", String(days), "-out", "\(name).pem",
    ])
  }

  /// The response to a request, by `openssl ts -reply`.
  func reply(to request: [UInt8], by name: String = "tsa", section: String = "tsa") throws -> [UInt8] {
    try write(request, to: "request.tsq")
    try openssl([
      "ts", "-reply", "-config", "openssl.cnf", "-section", section, "-queryfile", "request.tsq", "-signer",
      "\(name).pem", "-inkey", "\(name).key", "-out", "response.tsr",
    ])
    return try read("response.tsr")
  }

  /// The response again, its content signed by another certificate, with which `openssl ts` itself would not stamp.
  func resigned(_ response: [UInt8], by name: String) throws -> [UInt8] {
    try write(response, to: "genuine.tsr")
    try openssl(["ts", "-reply", "-in", "genuine.tsr", "-token_out", "-out", "genuine.p7"])
    try openssl(["cms", "-verify", "-noverify", "-inform", "DER", "-in", "genuine.p7", "-out", "content"])
    try openssl([
      "cms", "-sign", "-binary", "-nodetach", "-cades", "-econtent_type", "id-smime-ct-TSTInfo", "-md", "sha256",
      "-signer", "\(name).pem", "-inkey", "\(name).key", "-in", "content", "-outform", "DER", "-out", "resigned.p7",
    ])
    let body = [0x30, 0x03, 0x02, 0x01, 0x00] + (try read("resigned.p7"))
    return [0x30, 0x82, UInt8(body.count >> 8), UInt8(body.count & 0xFF)] + body
  }

  /// What `openssl ts -verify` says of it.
  func verifies(_ response: [UInt8], over stamped: [UInt8]) throws -> Bool {
    try write(response, to: "verified.tsr")
    try write(stamped, to: "stamped")
    return try Authority.run(
      ["openssl", "ts", "-verify", "-data", "stamped", "-in", "verified.tsr", "-CAfile", "root.pem"], in: folder) == 0
  }

  func openssl(_ arguments: [String]) throws {
    let status = try Authority.run(["openssl"] + arguments, in: folder)
    guard status == 0 else { throw Trouble(description: "openssl \(arguments): status \(status), see its messages") }
  }

  func read(_ name: String) throws -> [UInt8] {
    guard let file = fopen("\(folder)/\(name)", "rb") else { throw Trouble(description: "no file \(name)") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 18)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    guard let file = fopen("\(folder)/\(name)", "wb") else { throw Trouble(description: "cannot write \(name)") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Trouble(description: "cannot write \(name)") }
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  private static func configuration(_ folder: String) -> String {
    """
    [req]
    distinguished_name = none
    [none]
    [root]
    basicConstraints = critical, CA:true
    keyUsage = critical, keyCertSign, cRLSign
    [stamping]
    basicConstraints = critical, CA:false
    keyUsage = critical, digitalSignature
    extendedKeyUsage = critical, timeStamping
    [both]
    basicConstraints = critical, CA:false
    extendedKeyUsage = critical, timeStamping, emailProtection
    [tsa]
    serial = serial
    default_policy = 1.3.6.1.4.1.57264.2
    signer_digest = sha256
    digests = sha256, sha384, sha512
    accuracy = secs:1, millisecs:500, microsecs:100
    clock_precision_digits = 3
    ess_cert_id_chain = no
    ess_cert_id_alg = sha256
    [older]
    serial = serial
    default_policy = 1.3.6.1.4.1.57264.2
    signer_digest = sha512
    digests = sha256
    ess_cert_id_alg = sha1
    [weak]
    serial = serial
    default_policy = 1.3.6.1.4.1.57264.2
    signer_digest = sha1
    digests = sha256
    [choosy]
    serial = serial
    default_policy = 1.3.6.1.4.1.57264.2
    signer_digest = sha256
    digests = sha512

    """
  }

  private static func run(_ arguments: [String], in folder: String) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "\(folder)/messages", O_WRONLY | O_CREAT | O_APPEND, 0o644)
    var pointers = (["env", "--chdir=\(folder)"] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var pid = pid_t()
    let error = posix_spawnp(&pid, "env", &actions, nil, &pointers, environ)
    guard error == 0 else { throw Trouble(description: "cannot start \(arguments[0])") }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
