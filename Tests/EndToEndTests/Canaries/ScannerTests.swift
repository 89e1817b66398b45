import Glibc
import Testing

/// The scanner sees what is planted. How it is written was taken from other programs, not from the scanner's own needles.
struct ScannerTests {
  struct Planted: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    init(_ description: String, _ bytes: [UInt8]) {
      testDescription = description
      self.bytes = bytes
    }

    init(_ description: String, _ text: String) { self.init(description, Array(text.utf8)) }
  }

  /// «Ågot Kanæriesens sag», its word and nothing but its word being what is looked for.
  private static let scanner = Scanner(["name": "Kanæriesen"])

  static let planted = [
    Planted("raw", "Kanæriesen"),
    Planted("raw, lower case", "kanæriesen"),
    Planted("raw, upper case", "KANÆRIESEN"),
    Planted("Latin-1", [0x4B, 0x61, 0x6E, 0xE6, 0x72, 0x69, 0x65, 0x73, 0x65, 0x6E]),
    Planted("Latin-1, upper case", [0x4B, 0x41, 0x4E, 0xC6, 0x52, 0x49, 0x45, 0x53, 0x45, 0x4E]),
    Planted("JSON, escaped", #"Kan\u00e6riesen"#),
    Planted("JSON, escaped with capitals", #"Kan\u00E6riesen"#),
    // Python: base64.b64encode(("" | "x" | "xy") + "Ågot Kanæriesens sag")
    Planted("base64", "w4Vnb3QgS2Fuw6ZyaWVzZW5zIHNhZw=="),
    Planted("base64, a byte later", "eMOFZ290IEthbsOmcmllc2VucyBzYWc="),
    Planted("base64, two bytes later", "eHnDhWdvdCBLYW7DpnJpZXNlbnMgc2Fn"),
    Planted(
      "UTF-16, little endian",
      [0x4B, 0, 0x61, 0, 0x6E, 0, 0xE6, 0, 0x72, 0, 0x69, 0, 0x65, 0, 0x73, 0, 0x65, 0, 0x6E, 0]),
    Planted(
      "UTF-16, big endian",
      [0, 0x4B, 0, 0x61, 0, 0x6E, 0, 0xE6, 0, 0x72, 0, 0x69, 0, 0x65, 0, 0x73, 0, 0x65, 0, 0x6E]),
  ]

  @Test(arguments: planted, [0, 1, 2, 3, 511, 4096])
  func `a planted canary is found wherever it stands`(planted: Planted, offset: Int) throws {
    let bytes = Noise.bytes(offset) + planted.bytes + Noise.bytes(700)
    let findings = ScannerTests.scanner.findings(in: bytes, of: "noise")
    #expect(findings.count == 1, "\(findings)")
    let finding = try #require(findings.first)
    #expect((offset..<offset + planted.bytes.count).contains(finding.offset))
  }

  /// Bytes whose base64 has both characters that the alphabet for addresses writes otherwise.
  @Test(arguments: [
    "w5jDuD8+fsOFw6XDuD8h", "eMOYw7g/Pn7DhcOlw7g/IQ==", "eHnDmMO4Pz5+w4XDpcO4PyE=", "w5jDuD8-fsOFw6XDuD8h",
    "eMOYw7g_Pn7DhcOlw7g_IQ==", "eHnDmMO4Pz5-w4XDpcO4PyE=",
  ])
  func `both alphabets of base64 are known`(text: String) {
    #expect(Scanner(["word": "Øø?>~Ååø?"]).findings(in: text, of: "text").count == 1)
  }

  @Test func `a planted canary is found in a file of a folder below, and in a file's name`() throws {
    try withFolder { folder in
      try Files.write(Noise.bytes(5000), to: "\(folder)/quiet")
      #expect(try ScannerTests.scanner.findings(below: folder).isEmpty)
      #expect(mkdir("\(folder)/below", 0o700) == 0)
      for planted in ScannerTests.planted {
        try Files.write(Noise.bytes(1234) + planted.bytes + Noise.bytes(99), to: "\(folder)/below/loud")
        let findings = try ScannerTests.scanner.findings(below: folder)
        #expect(findings.map(\.place) == ["\(folder)/below/loud"], "\(planted.testDescription)")
      }
      try Files.write([], to: "\(folder)/below/loud")
      try Files.write([], to: "\(folder)/below/Kanæriesen.txt")
      #expect(try ScannerTests.scanner.findings(below: folder).count == 1)
    }
  }

  @Test func `each of the service's canaries is found, and none of them for another`() throws {
    for text in Canary.texts {
      let findings = Canary.scanner.findings(in: text, of: "a value")
      #expect(findings.count == 1, "\(text): \(findings)")
    }
    #expect(Set(Canary.scanner.needles.map(\.canary)).count == Canary.texts.count)
  }

  @Test func `nothing is found where nothing is planted`() throws {
    let silent = ["", "Kanariesen", "Kan\u{E6}", "riesen", #"Kan\u00e5riesen"#, "S2FuYXJpZXNlbg=="]
    for text in silent {
      #expect(ScannerTests.scanner.findings(in: text, of: "text").isEmpty)
      #expect(Canary.scanner.findings(in: text, of: "text").isEmpty)
    }
    #expect(Canary.scanner.findings(in: Noise.bytes(1 << 20), of: "noise").isEmpty)
  }
}

/// Bytes that hold everything and mean nothing, the same each time.
private enum Noise {
  static func bytes(_ count: Int) -> [UInt8] {
    var state: UInt64 = 20_270_426
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }
}
