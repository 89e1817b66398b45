internal import TalentDomain

/// Holds the names in a template against what its letter says. Mustache itself writes nothing for a name that there is not:
/// a misspelt one would send a letter with a gap.
struct TemplateCheck {
  private let file: TemplateFile
  /// Sections that are open, innermost last; each with the form of what its names mean.
  private var open: [Scope]

  private struct Scope {
    let kind: TemplateTag.Kind
    let name: String
    let line: Int
    /// Nil where a section opens nothing that has members, such as a text.
    let shape: Shape?
  }

  /// - Throws: the first name that is not there, the first section that is not closed, the first tag that is not used here.
  static func check(_ file: TemplateFile, _ shapes: [RecordShape]) throws(TemplateError) {
    var check = TemplateCheck(
      file: file, open: shapes.map { Scope(kind: .comment, name: "", line: 0, shape: .record($0)) })
    let outermost = check.open.count
    for tag in TemplateTags(file.text) { try check.take(tag, outermost) }
    if check.open.count > outermost, let last = check.open.last { throw check.unclosed(last) }
  }

  private mutating func take(_ tag: TemplateTag, _ outermost: Int) throws(TemplateError) {
    switch tag.kind {
    case .comment: return
    case .unsupported:
      throw error(
        tag.line, "Her står noget, som breve ikke bruger: kun {{navn}}, afsnit og siden «layout».",
        "Letters use no such tag: only {{name}}, sections and the page «layout».")
    case .parent:
      guard tag.name == TemplateFolder.layout else {
        throw error(tag.line, "Den eneste side er «layout».", "The only page is «layout».")
      }
      open.append(Scope(kind: .parent, name: tag.name, line: tag.line, shape: nil))
    case .block: open.append(Scope(kind: .block, name: tag.name, line: tag.line, shape: nil))
    case .value: _ = try shape(of: tag)
    case .section:
      open.append(Scope(kind: .section, name: tag.name, line: tag.line, shape: element(of: try shape(of: tag))))
    case .inverted:
      _ = try shape(of: tag)
      // Within it there is no such thing, so names mean what they mean outside.
      open.append(Scope(kind: .inverted, name: tag.name, line: tag.line, shape: nil))
    case .end:
      guard open.count > outermost, let last = open.last, last.name == tag.name else {
        throw error(
          tag.line, "{{/\(tag.name)}} lukker intet, der er åbent her.", "{{/\(tag.name)}} closes nothing open here.")
      }
      open.removeLast()
    }
  }

  /// The form of what a name means: the innermost section that has its first part.
  private func shape(of tag: TemplateTag) throws(TemplateError) -> Shape {
    if tag.name == "." {
      guard let innermost = open.last(where: { $0.kind == .section })?.shape else { throw unknown(tag) }
      return innermost
    }
    let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for scope in open.reversed() {
      guard var shape = scope.shape.flatMap({ Self.member(parts[0], of: $0) }) else { continue }
      for part in parts.dropFirst() {
        guard let inner = Self.member(part, of: shape) else { throw unknown(tag) }
        shape = inner
      }
      return shape
    }
    throw unknown(tag)
  }

  private func element(of shape: Shape) -> Shape? {
    if case .list(let element, _) = shape { return element }
    return shape
  }

  /// What `TemplateValues` gives a value besides itself: a choice each of its words, a local time its date and its time, a
  /// number its forms.
  private static func member(_ name: String, of shape: Shape) -> Shape? {
    switch shape {
    case .record(let record): record.members.first { $0.name == name }?.shape
    case .choice(_, let words): words.contains(name) ? .bool : nil
    case .localTime: name == "date" ? .date : name == "time" ? .line(limit: Line.limit) : nil
    case .rational: name == "exact" || name == "fixed" ? .line(limit: Line.limit) : nil
    default: nil
    }
  }

  private func unknown(_ tag: TemplateTag) -> TemplateError {
    error(
      tag.line, "Brevet har intet, der hedder {{\(tag.name)}}.", "The letter has nothing called {{\(tag.name)}}.")
  }

  private func unclosed(_ scope: Scope) -> TemplateError {
    error(scope.line, "{{/\(scope.name)}} mangler.", "{{/\(scope.name)}} is missing.")
  }

  private func error(_ line: Int, _ da: String, _ en: String) -> TemplateError {
    TemplateError(file.path, line: line, Bilingual(da: da, en: en))
  }
}
