import Seeded
import StrictJSON
import Testing

@Suite struct CanonicalCursorTests {
  /// What a leaf is made of, written by the writer and read by the cursor.
  private struct Sample: Equatable {
    var flag = false
    var list: [Int64] = []
    var note: String? = nil
    var size: Int64 = 0
    var text = ""

    func write() -> [UInt8] {
      var writer = CanonicalWriter()
      writer.beginObject()
      writer.key("flag")
      writer.bool(flag)
      writer.key("list")
      writer.beginArray()
      for value in list { writer.integer(value) }
      writer.endArray()
      if let note {
        writer.key("note")
        writer.string(note)
      }
      writer.key("size")
      writer.integer(size)
      writer.key("text")
      writer.string(text)
      writer.endObject()
      return writer.bytes
    }

    static func read(_ bytes: [UInt8]) throws -> Sample {
      try bytes.withUnsafeBytes { buffer in
        var cursor = CanonicalCursor(buffer)
        var sample = Sample()
        try cursor.beginObject()
        guard cursor.member("flag") else { throw JSONError(.unexpectedByte, at: cursor.offset) }
        sample.flag = try cursor.bool()
        guard cursor.member("list") else { throw JSONError(.unexpectedByte, at: cursor.offset) }
        try cursor.beginArray()
        while try cursor.element() { sample.list.append(try cursor.integer()) }
        if cursor.member("note") { sample.note = try cursor.string() }
        guard cursor.member("size") else { throw JSONError(.unexpectedByte, at: cursor.offset) }
        sample.size = try cursor.integer()
        guard cursor.member("text") else { throw JSONError(.unexpectedByte, at: cursor.offset) }
        sample.text = try cursor.string()
        try cursor.endObject()
        guard cursor.isAtEnd else { throw JSONError(.trailingBytes, at: cursor.offset) }
        return sample
      }
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `writer, cursor and tree agree`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed, for: "writer, cursor and tree agree")
    for _ in 0..<2_000 {
      var sample = Sample(flag: .random(using: &generator), size: generator.integer(), text: generator.text())
      for _ in 0..<Int.random(in: 0...3, using: &generator) { sample.list.append(generator.integer()) }
      if Bool.random(using: &generator) { sample.note = generator.text() }
      let bytes = sample.write()
      #expect(try Sample.read(bytes) == sample)
      let tree = try JSON(parsing: bytes)
      #expect(tree.canonical() == bytes)
      #expect(tree["flag"] == .bool(sample.flag))
      #expect(tree["list"] == .array(sample.list.map { .integer($0) }))
      #expect(tree["note"] == sample.note.map { .string($0) })
      #expect(tree["size"] == .integer(sample.size))
      #expect(tree["text"] == .string(sample.text))
    }
  }

  @Test(arguments: [
    #"{"flag":true,"list":[],"size":1,"text":""} "#, #" {"flag":true,"list":[],"size":1,"text":""}"#,
    #"{"flag": true,"list":[],"size":1,"text":""}"#, #"{"list":[],"flag":true,"size":1,"text":""}"#,
    #"{"flag":true,"list":[],"size":01,"text":""}"#, #"{"flag":true,"list":[],"size":-0,"text":""}"#,
    #"{"flag":true,"list":[],"size":1.0,"text":""}"#, #"{"flag":true,"list":[1,],"size":1,"text":""}"#,
    #"{"flag":true,"list":[],"size":9007199254740992,"text":""}"#, #"{"flag":true,"list":[],"size":1,"text":"\/"}"#,
    #"{"flag":true,"list":[],"size":1,"text":"\u0041"}"#, #"{"flag":true,"list":[],"size":1,"text":"\u000A"}"#,
    #"{"flag":true,"list":[],"size":1,"text":"\u001F"}"#, #"{"flag":true,"list":[],"size":1,"text":"\u00+5"}"#,
    #"{"flag":true,"list":[],"size":1,"text":"\u000a"}"#, #"{"flag":true,"list":[],"size":1,"text":"","x":1}"#,
    #"{"flag":true,"list":[],"size":1,"text":"\"#, "{\"flag\":true,\"list\":[],\"size\":1,\"text\":\"\n\"}",
  ])
  func `another spelling of the same value is refused`(text: String) {
    #expect(throws: JSONError.self) { try Sample.read(Array(text.utf8)) }
  }

  @Test func `a value passed over keeps its exact bytes`() throws {
    let text = #"[{"a":[1,"]"],"b":"\"}"},null,-5]"#
    try Array(text.utf8).withUnsafeBytes { buffer in
      var cursor = CanonicalCursor(buffer)
      try cursor.beginArray()
      var raw: [String] = []
      while try cursor.element() { raw.append(String(decoding: try cursor.rawValue(), as: UTF8.self)) }
      #expect(raw == [#"{"a":[1,"]"],"b":"\"}"}"#, "null", "-5"])
      #expect(cursor.isAtEnd)
    }
  }

  @Test func `what was written is moved into another writer, not copied`() {
    var writer = CanonicalWriter()
    writer.beginArray()
    writer.string(String(repeating: "x", count: 1000))
    func place(_ writer: borrowing CanonicalWriter) -> UnsafePointer<UInt8>? {
      writer.bytes.withUnsafeBufferPointer(\.baseAddress)
    }
    let before = place(writer)
    var other = writer.taken()
    other.integer(1)
    other.endArray()
    #expect(place(other) == before && writer.bytes.isEmpty)
    #expect(String(decoding: other.bytes.suffix(5), as: UTF8.self) == "x\",1]")
  }
}
