import Seeded
import Testing
import Transparency

@Suite struct EncodingTests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func `base64 is the RFC's`(plain: String, encoded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(plain.utf8))
    let unpadded = encoded.replacing("=", with: "")
    #expect(Base64URL.encode(Array(plain.utf8)) == unpadded)
    #expect(Base64URL.decode(unpadded) == Array(plain.utf8))
  }

  @Test func `the two alphabets differ in their last two characters`() {
    #expect(Base64.encode([0xFB, 0xFF]) == "+/8=")
    #expect(Base64URL.encode([0xFB, 0xFF]) == "-_8")
    #expect(Base64.decode("-_8=") == nil)
    #expect(Base64URL.decode("+/8") == nil)
  }

  @Test(arguments: [
    "Zg", "Zg=", "Zh==", "Zm9=", "Zm9vYmF", "=", "==", "====", "Zg==Zg==", "Z===", "Zg==\n", " Zg==", "Zm 9", "Zm9v\n",
    "Zm9é", "Zm9v=", "A",
  ])
  func `padded base64 has one spelling`(text: String) { #expect(Base64.decode(text) == nil) }

  @Test(arguments: ["Zg==", "Zh", "Zm9", "A", "AAAAA", "Zm8=", "Z g", "Zg\n"])
  func `unpadded base64 has one spelling`(text: String) { #expect(Base64URL.decode(text) == nil) }

  @Test(arguments: SeededGenerator.seeds)
  func `any bytes read back, and any text that is read is written again`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, for: "any bytes read back")
    for length in 0..<200 {
      let bytes = generator.bytes(length)
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
      #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
      let text = String(decoding: generator.bytes(length % 9).map { $0 & 0x7F }, as: UTF8.self)
      if let decoded = Base64.decode(text) { #expect(Base64.encode(decoded) == text) }
      if let decoded = Base64URL.decode(text) { #expect(Base64URL.encode(decoded) == text) }
    }
  }

  @Test func `a hash keeps its bytes in every form`() throws {
    let bytes = [UInt8](0..<32)
    let hash = try #require(Hash(bytes: bytes))
    #expect(hash.bytes == bytes)
    #expect(hash.hex == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    #expect(hash.base64 == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
    #expect(Hash(base64: hash.base64) == hash)
    #expect(hash.withUnsafeBytes { Hash(bytes: $0) } == hash)
    #expect(Hash(bytes: [UInt8](0..<31)) == nil)
    #expect(Hash(bytes: [UInt8](0...32)) == nil)
    #expect(Hash(base64: "AAEC") == nil)
    #expect(MemoryLayout<Hash>.size == 32)
  }

  /// FIPS 180-4's example message.
  @Test func `a leaf digest is plain SHA-256 in base64url`() throws {
    let digest = LeafDigest(of: Array("abc".utf8))
    #expect(digest.text == "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0")
    #expect(LeafDigest(digest.text) == digest)
    #expect(LeafDigest("AAEC") == nil)
    #expect(LeafDigest(digest.text + "=") == nil)
    #expect(Hash(of: Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
