internal import StrictJSON
internal import Transparency

extension BundleManifest {
  /// Canonical JSON.
  package var bytes: [UInt8] {
    var json = CanonicalWriter(reserving: 1024 + 140 * files.count)
    json.beginObject()
    json.key("cohort")
    json.string(cohort)
    json.key("exported")
    json.integer(Int64(exported))
    json.key("files")
    json.beginArray()
    for file in files { file.write(to: &json) }
    json.endArray()
    json.key("format")
    json.string(BundleManifest.format)
    json.key("keys")
    json.beginArray()
    for key in keys { json.string(key) }
    json.endArray()
    json.key("origin")
    json.string(origin)
    if let person {
      json.key("person")
      json.string(person)
    }
    json.key("root")
    json.string(root.base64)
    if simulated {
      json.key("simulated")
      json.bool(true)
    }
    json.key("size")
    json.integer(Int64(size))
    json.key("streams")
    json.beginArray()
    for stream in streams { stream.write(to: &json) }
    json.endArray()
    if whole {
      json.key("whole")
      json.bool(true)
    }
    json.endObject()
    return json.bytes
  }

  /// Nil for anything that `bytes` would not have written.
  package init?(parsing bytes: [UInt8]) {
    // A manifest names each of its files: of a large log, many.
    let limits = JSONLimits(maximumLength: 256 << 20, requiresNFC: false)
    guard let json = try? JSON(parsing: bytes, limits: limits), json["format"]?.string == BundleManifest.format,
      let origin = json["origin"]?.string, let size = json["size"]?.natural, let cohort = json["cohort"]?.string,
      let root = json["root"]?.string.flatMap({ Hash(base64: $0) }), let exported = json["exported"]?.natural,
      let keys = json["keys"]?.array, let streams = json["streams"]?.array, let files = json["files"]?.array
    else { return nil }
    self.init()
    self.origin = origin
    self.size = size
    self.root = root
    self.cohort = cohort
    self.exported = exported
    self.keys = keys.compactMap(\.string)
    self.streams = streams.compactMap { Stream($0) }
    self.files = files.compactMap { File($0) }
    person = json["person"]?.string
    whole = json["whole"]?.bool ?? false
    simulated = json["simulated"]?.bool ?? false
    guard self.bytes == bytes else { return nil }
  }
}

extension BundleManifest.File {
  fileprivate func write(to json: inout CanonicalWriter) {
    json.beginObject()
    json.key("bytes")
    json.integer(Int64(bytes))
    json.key("path")
    json.string(path)
    json.key("sha256")
    json.string(sha256)
    json.endObject()
  }

  fileprivate init?(_ json: JSON) {
    guard let path = json["path"]?.string, let bytes = json["bytes"]?.natural, let sha256 = json["sha256"]?.string
    else {
      return nil
    }
    self.init(path: path, bytes: bytes, sha256: sha256)
  }
}

extension BundleManifest.Stream {
  fileprivate func write(to json: inout CanonicalWriter) {
    json.beginObject()
    json.key("count")
    json.integer(Int64(count))
    json.key("head")
    json.string(head)
    json.key("stream")
    json.string(name)
    json.endObject()
  }

  fileprivate init?(_ json: JSON) {
    guard let name = json["stream"]?.string, let count = json["count"]?.natural, let head = json["head"]?.string else {
      return nil
    }
    self.init(name: name, count: count, head: head)
  }
}

extension JSON {
  /// A whole number that is not below zero.
  var natural: Int? { integer.flatMap { Int(exactly: $0) }.flatMap { $0 < 0 ? nil : $0 } }
}
