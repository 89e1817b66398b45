internal import Glibc
internal import StrictJSON
internal import TalentDomain

/// The text of one template, in NFC, and the bytes that it was read from.
struct TemplateFile {
  let path: String
  let bytes: [UInt8]
  let text: String

  init(reading path: String, limit: Int) throws(TemplateError) {
    guard let bytes = TemplateFile.read(path, limit + 1) else {
      let reason = String(cString: strerror(errno))
      throw TemplateError(
        path, Bilingual(da: "Filen kan ikke læses: \(reason).", en: "The file cannot be read: \(reason)."))
    }
    guard bytes.count <= limit else {
      throw TemplateError(
        path,
        Bilingual(
          da: "Filen er større end \(limit >> 10) KiB.", en: "The file is larger than \(limit >> 10) KiB."))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TemplateError(path, Bilingual(da: "Filen er ikke UTF-8.", en: "The file is not UTF-8."))
    }
    self.path = path
    self.bytes = bytes
    // An editor may save letters apart from their marks; what goes over the socket has them together.
    self.text = NormalForm.compose(text)
  }

  private static func read(_ path: String, _ limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while bytes.count < limit {
      var failed = false
      let more = [UInt8](unsafeUninitializedCapacity: 64 << 10) { space, count in
        let result = Glibc.read(descriptor, space.baseAddress, 64 << 10)
        failed = result < 0
        count = max(0, result)
      }
      if failed { return nil }
      if more.isEmpty { return bytes }
      bytes += more
    }
    return bytes
  }
}
