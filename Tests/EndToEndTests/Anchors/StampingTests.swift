import StrictJSON
import TalentDomain
import Testing

/// Time-stamps by `openssl ts`, over HTTP: what the service believes, and what `openssl ts -verify` says of the same file.
struct StampingTests {
  private static let configuration = """
    [req]
    distinguished_name = none
    [none]
    [root]
    basicConstraints = critical, CA:true
    keyUsage = critical, keyCertSign
    [stamping]
    basicConstraints = critical, CA:false
    keyUsage = critical, digitalSignature
    extendedKeyUsage = critical, timeStamping
    [tsa]
    default_tsa = stamper
    [stamper]
    serial = serial
    default_policy = 1.3.6.1.4.1.57264.2
    signer_digest = sha256
    digests = sha256
    ess_cert_id_alg = sha256

    """

  private func openssl(_ folder: String, _ arguments: [String]) throws {
    let run = try ChildProcess.run(["env", "--chdir=\(folder)", "openssl"] + arguments)
    guard run.status == 0 else { throw Trouble("openssl \(arguments[0]): \(run.error)") }
  }

  /// A root and an authority under it, in a folder.
  private func authority(_ folder: String) throws {
    try Files.write(Array(StampingTests.configuration.utf8), to: "\(folder)/tsa.cnf")
    try Files.write(Array("01\n".utf8), to: "\(folder)/serial")
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    try openssl(
      folder,
      ["req", "-x509", "-config", "tsa.cnf", "-extensions", "root", "-subj", "/CN=Root", "-days", "30"] + key
        + ["-keyout", "root.key", "-out", "root.pem"])
    try openssl(
      folder,
      ["req", "-new", "-config", "tsa.cnf", "-subj", "/CN=TSA"] + key + ["-keyout", "tsa.key", "-out", "tsa.csr"])
    try openssl(
      folder,
      [
        "x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-extfile",
        "tsa.cnf", "-extensions", "stamping", "-days", "30", "-out", "tsa.pem",
      ])
  }

  private func stamping(_ body: (Talentd, _ folder: String, _ url: String) throws -> Void) throws {
    try withFolder { folder in
      try authority(folder)
      let port = try Loopback.freePort()
      let script = "\(Programs.sources)/Anchors/python/server.py"
      let server = try ChildProcess(["python3", "-I", script, String(port), "tsa", folder])
      defer { server.kill() }
      try until("the authority listens", seconds: 30) { Loopback.answers(port) ? true : nil }
      try withTalentd(starting: false) { try body($0, folder, "tsa=http://127.0.0.1:\(port)/tsr") }
    }
  }

  @Test func `a time-stamp is kept, and openssl agrees`() throws {
    try stamping { daemon, folder, url in
      try daemon.witnessed(
        by: "quorum none\n", "--anchor-tsa-ca", "\(folder)/root.pem", "--anchor-authorities", url)
      try daemon.start()
      _ = try World.built(on: daemon, to: .staffed)
      #expect(try daemon.client().ask(ShowStatus()).anchor?.lacking == ["tsa"])
      let run = try daemon.anchor(user: nil, "--anchor-authorities", url)
      #expect(run.status == 0, "\(run.error)")
      let shown = try #require(try daemon.client().ask(ShowCheckpoint()).anchored)
      #expect(shown.anchors.map(\.kind) == [.timestamp])
      #expect(shown.anchors.map(\.name) == ["tsa"])
      #expect(try daemon.client().ask(ShowStatus()).anchor?.lacking == [])
      // The event of the log holds what other tools read.
      var query = ShowEvent()
      query.position = shown.size
      let leaf = try JSON(parsing: Array(try daemon.client(as: Cast.auditor).ask(query).leaf.value.utf8))
      let facts = try #require(leaf["data"]?["facts"])
      #expect(facts["note"]?.string == shown.note.value)
      try Files.write(Array(shown.note.value.utf8), to: "\(folder)/note")
      try Files.write(Array((facts["timestamp"]?.string ?? "").utf8), to: "\(folder)/stamp.b64")
      try openssl(folder, ["base64", "-d", "-A", "-in", "stamp.b64", "-out", "stamp.tsr"])
      try openssl(folder, ["ts", "-verify", "-data", "note", "-in", "stamp.tsr", "-CAfile", "root.pem"])
    }
  }

  @Test func `one that nobody known vouches for is not kept`() throws {
    try stamping { daemon, folder, url in
      try withFolder { other in
        try authority(other)
        try daemon.witnessed(by: "quorum none\n", "--anchor-tsa-ca", "\(other)/root.pem")
        try daemon.start()
        try daemon.client().send(RegisterCentre(name: "Et center"))
        let size = try daemon.size()
        let run = try daemon.anchor(user: nil, "--anchor-authorities", url)
        #expect(run.status == 5, "\(run.error)")
        #expect(run.error.contains("vouches"), "\(run.error)")
        #expect(try daemon.size() == size)
      }
    }
  }
}
