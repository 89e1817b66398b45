/// What the argument parser says of a mistake.
///
/// It quotes what was written, which may be a name or a remark, and standard error may end in a file that others read. Its
/// messages say here which word of the command line was meant instead.
enum UsageMessage {
  /// `Unexpected argument 'Ågot'` becomes `Unexpected argument (word 4)`.
  static func discreet(_ message: String, about arguments: [String]) -> String {
    let values = arguments.enumerated().flatMap { index, argument in
      quotable(argument).map { (text: $0, place: index + 1) }
    }
    // The longest first: one value may hold another.
    return values.sorted { $0.text.utf8.count > $1.text.utf8.count }.reduce(message) { message, value in
      message.replacing("'\(value.text)'", with: "(word \(value.place))")
    }
  }

  /// What of a word may not be quoted: all of it, unless it is an option's name; then what follows its `=`.
  private static func quotable(_ word: String) -> [String] {
    let name = word.prefix { $0 != "=" }
    let isOption =
      name.hasPrefix("-") && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard isOption else { return [word] }
    return name.endIndex == word.endIndex ? [] : [word, String(word[name.endIndex...].dropFirst())]
  }
}
