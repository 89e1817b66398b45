import Seeded
import StrictJSON
import Testing
import Transparency

@Suite struct DisclosureTests {
  /// RFC 9901, 4.2.1: one claim in four spellings.
  @Test(arguments: [
    "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0",
    "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNXHUwMGY2Yml1cyJd",
    "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsImZhbWlseV9uYW1lIiwiTcO2Yml1cyJd",
    "WwoiXzI2YmM0TFQtYWM2cTJLSTZjQlc1ZXMiLAoiZmFtaWx5X25hbWUiLAoiTcO2Yml1cyIKXQ",
  ])
  func `a disclosure is read however its issuer spelled it`(encoded: String) throws {
    let disclosure = try #require(Disclosure(encoded: encoded))
    #expect(disclosure.salt == "_26bc4LT-ac6q2KI6cBW5es")
    #expect(disclosure.name == "family_name")
    #expect(disclosure.value == Array("\"Möbius\"".utf8))
    #expect(disclosure.encoded == encoded)
  }

  /// RFC 9901, 4.2.3 and the disclosures of 5.1.
  @Test(arguments: [
    (#"["_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"]"#, "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"),
    (#"["2GLC42sKQveCfGfryNRN9w", "given_name", "John"]"#, "jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4"),
    (#"["eluV5Og3gSNII8EYnsxA_A", "family_name", "Doe"]"#, "TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo"),
    (#"["6Ij7tM-a5iVPGboS5tmvVA", "email", "johndoe@example.com"]"#, "JzYjH4svliH0R3PyEMfeZu6Jt69u5qehZo7F7EPYlSE"),
    (#"["eI8ZWm9QnKPpNPeNenHdhQ", "phone_number", "+1-202-555-0101"]"#, "PorFbpKuVu6xymJagvkFsFXAbRoc2JGlAUA2BA4o7cI"),
    (#"["Qg_O64zqAxe412a108iroA", "phone_number_verified", true]"#, "XQ_3kPKt1XyX7KANkqVR6yZ2Va5NrPIvPYbyMvRKBMM"),
    (
      #"["AJx-095VPrpTtN4QMOqROA", "address", {"street_address": "123 Main St", "locality": "Anytown", "region": "Anystate", "country": "US"}]"#,
      "XzFrzwscM6Gn6CJDc6vVK8BkMnfG8vOSKfpPIZdAfdE"
    ),
    (#"["Pc33JM2LchcU_lHggv_ufQ", "birthdate", "1940-01-01"]"#, "gbOsI4Edq2x2Kw-w5wPEzakob9hV1cRD0ATN3oQL9JM"),
    (#"["G02NSrQfjFXQ7Io09syajA", "updated_at", 1570000000]"#, "CrQe7S5kqBAHt-nMYXgc6bdt2SH5aTY1sU_M-PgkjPI"),
  ])
  func `digests are the RFC's`(json: String, digest: String) throws {
    let disclosure = try #require(Disclosure(encoded: Base64URL.encode(Array(json.utf8))))
    #expect(disclosure.digest == digest)
  }

  @Test func `ours are spelled without white space, and read back`() throws {
    let salt = try #require(Base64URL.decode("_26bc4LT-ac6q2KI6cBW5es"))
    let disclosure = Disclosure(salt: salt, name: "family_name", value: JSON.string("Möbius").canonical())
    #expect(disclosure.encoded == "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsImZhbWlseV9uYW1lIiwiTcO2Yml1cyJd")
    let again = try #require(Disclosure(encoded: disclosure.encoded))
    #expect(again == disclosure)
    #expect(again.salt == disclosure.salt && again.name == disclosure.name && again.value == disclosure.value)
    #expect(again.digest == disclosure.digest)
    #expect(disclosure.digest.utf8.count == 43)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `any name and value read back, and another salt gives another digest`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed, for: "any name and value read back")
    for _ in 0..<500 {
      let name = String(decoding: generator.bytes(4).map { $0 & 0x7F }, as: UTF8.self)
      let value = JSON.array([.string(name), .integer(Int64(generator.bytes(1)[0])), .null]).canonical()
      let disclosure = Disclosure(salt: generator.bytes(16), name: name, value: value)
      let again = try #require(Disclosure(encoded: disclosure.encoded))
      #expect(again.name == name && again.value == value)
      #expect(Disclosure(salt: generator.bytes(16), name: name, value: value).digest != disclosure.digest)
    }
  }

  @Test(arguments: [
    #"["lklxF5jMYlGTPUovMNIvCA", "FR"]"#, #"["salt", "_sd", []]"#, #"["salt", "...", 1]"#, #"[1, "name", 2]"#,
    #"["salt", 1, 2]"#,
    #"["salt", "name", 1, 2]"#, #"{"a": 1}"#, #"["salt", "name", 1"#, #"["salt", "name", {"a": 1, "a": 2}]"#, "",
  ])
  func `what is no disclosure of a named field is refused`(json: String) {
    #expect(Disclosure(encoded: Base64URL.encode(Array(json.utf8))) == nil)
  }

  @Test func `text that is not base64url is refused`() {
    let encoded = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsImZhbWlseV9uYW1lIiwiTcO2Yml1cyJd"
    #expect(Disclosure(encoded: encoded + "=") == nil)
    #expect(Disclosure(encoded: encoded + "\n") == nil)
    #expect(Disclosure(encoded: String(encoded.dropLast())) == nil)
  }

  @Test func `a short salt or a reserved name stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = Disclosure(salt: [UInt8](repeating: 0, count: 15), name: "name", value: [0x31])
    }
    await #expect(processExitsWith: .failure) {
      _ = Disclosure(salt: [UInt8](repeating: 0, count: 16), name: "_sd", value: [0x31])
    }
  }
}
