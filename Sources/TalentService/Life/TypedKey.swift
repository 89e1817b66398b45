import EventLog
import Glibc
import TalentDomain

/// A master key as an administrator brings it: a file, or typed from the page that lay in the safe.
enum TypedKey {
  /// What is wrong with it, for whoever brings it.
  struct Fault: Error { let words: Bilingual }

  /// - Parameter path: of a copy of `master.key` or of a page's text; `-` for standard input, where a terminal is asked line by
  ///   line.
  static func read(_ path: String, origin: String) throws(Fault) -> RestoredKey {
    guard let bytes = path == "-" ? typed() : file(path) else {
      throw Fault(
        words: Bilingual(
          da: "\(path) kan ikke læses; nævn en kopi af master.key, eller - for at skrive siden fra pengeskabet af",
          en: "\(path) cannot be read; name a copy of master.key, or - to type the page from the safe"))
    }
    do throws(EscrowedKey.Fault) {
      return try RestoredKey(bytes, origin: origin)
    } catch {
      throw Fault(words: words(error, origin))
    }
  }

  private static func words(_ fault: EscrowedKey.Fault, _ origin: String) -> Bilingual {
    switch fault {
    case .missing(let lines):
      let (da, en) = named(lines)
      return Bilingual(
        da: "\(da) væk, for kort eller for lang: linje 1 til 4 har seksten tegn, linje 5 otte. Skriv alle fem",
        en: "\(en) missing, or too short or too long: lines 1 to 4 have sixteen symbols, line 5 eight. Type all five")
    case .misread(let lines):
      let (da, en) = named(lines)
      return Bilingual(
        da:
          "\(da) skrevet forkert af: de sidste tegn, som kontrollerer linjen, passer ikke. Læs den igen, tegn for tegn, "
          + "og begynd forfra med alle fem linjer. Intet er ændret",
        en:
          "\(en) misread: the last symbols, which check the line, do not agree. Read it again, symbol by symbol, and begin "
          + "again with all five lines. Nothing was changed")
    case .another:
      return Bilingual(
        da:
          "hver linje af hovednøglen er rigtig for sig, men sammen er de ingen nøgle til \(origin): en linje er fra en anden "
          + "side, eller siden hører til en anden log",
        en:
          "each line of the master key is right by itself, but together they are no key of \(origin): a line comes from "
          + "another page, or the page belongs to another log")
    }
  }

  private static func named(_ lines: [Int]) -> (da: String, en: String) {
    let list = lines.map { "\($0)" }.joined(separator: ", ")
    return lines.count == 1
      ? ("linje \(list) af hovednøglen er", "line \(list) of the master key is")
      : ("linjerne \(list) af hovednøglen er", "lines \(list) of the master key are")
  }

  private static func typed() -> [UInt8]? {
    guard isatty(STDIN_FILENO) == 1 else { return file("/dev/stdin") }
    var text = ""
    for number in 1...EscrowedKey.count {
      Terminal.ask(
        Terminal.words(
          Bilingual(da: "linje \(number) af \(EscrowedKey.count): ", en: "line \(number) of \(EscrowedKey.count): ")))
      guard let line = readLine() else { break }
      text += line + "\n"
    }
    return Array(text.utf8)
  }

  /// At most 64 KiB.
  private static func file(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return ferror(file) == 0 ? bytes : nil
  }
}
