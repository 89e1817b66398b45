/// How many columns of a terminal text takes.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    // Most text here is Latin, one column a character.
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // East Asian wide characters and emoji (UAX #11), by block.
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text cut to a width, with an ellipsis where something is gone.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var kept = ""
    var used = 0
    for character in text {
      let more = of(String(character))
      guard used + more <= width - 1 else { break }
      kept.append(character)
      used += more
    }
    return kept + "…"
  }

  /// The text in lines of a width, broken between words and after hyphens; a piece that is wider is broken where it must be.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    guard of(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for (piece, begins) in pieces(of: text) {
      let longer = line.isEmpty || !begins ? line + piece : "\(line) \(piece)"
      if of(longer) <= width {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in piece {
        if !line.isEmpty, of(line) + of(String(character)) > width {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    return lines + [line]
  }

  /// The width of the widest piece that stays on one line.
  static func ofWidestPiece(_ text: String) -> Int { pieces(of: text).map { of($0.piece) }.max() ?? 0 }

  /// Words, and the parts of words with hyphens between letters, for a date stays whole; whether each begins a word.
  private static func pieces(of text: String) -> [(piece: String, begins: Bool)] {
    text.split(separator: " ").flatMap { word in
      var pieces: [(piece: String, begins: Bool)] = []
      var piece = ""
      for character in word {
        if piece.last == "-", character.isLetter, piece.dropLast().last?.isLetter == true {
          pieces.append((piece, pieces.isEmpty))
          piece = ""
        }
        piece.append(character)
      }
      return pieces + [(piece, pieces.isEmpty)]
    }
  }

  /// What a terminal may be shown: names come from files, and must not steer it (control characters, direction marks).
  static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(isHarmful(scalar) ? "\u{FFFD}" : scalar) }
    return String(scalars)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
