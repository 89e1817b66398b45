import TalentDomain

/// Fills every member of a record with a value that says which it is, in characters that HTML must not take for its own.
struct Filling: Visitor {
  /// What was filled in, as the letter should show it.
  private(set) var shown: [String: String] = [:]
  private var path: [String] = []

  static func filled<R: Record>(_: R.Type) -> (record: R, shown: [String: String]) {
    var filling = Filling()
    var record = R()
    filling.fill(&record)
    return (record, filling.shown)
  }

  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V, _ note: StaticString) {
    path.append("\(name)")
    value = filled(value)
    path.removeLast()
  }

  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V?, _ note: StaticString) {
    var present = V.blank
    self(name, &present, note)
    value = present
  }

  private mutating func fill<R: Record>(_ record: inout R) {
    do { try record.visit(&self) } catch { preconditionFailure("filling throws nothing") }
  }

  private var name: String { path.joined(separator: ".") }

  /// A text that no other member has, with Danish letters and all that HTML escapes.
  private var marker: String { "<x-\(name)> & \"Sørensen's\"" }

  private mutating func filled<V: Value>(_ value: V) -> V {
    let number = shown.count + 3
    switch value {
    case is Line: return set(Line(marker), marker)
    case is Text: return set(Text(marker), marker)
    case is Code: return set(Code("kode-\(number)") ?? .blank, "kode-\(number)")
    case is Int: return set(number + 1000, String(number + 1000))
    case is Rational: return set(Rational(4 * number + 1, 4), "\(number),25")
    case is Bool: return true as! V
    case is CivilDate:
      let date = CivilDate(dayNumber: 20_900 + number)
      return set(date, date.danish.replacing(". ", with: ".\u{A0}"))
    case is TalentDomain.Digest:
      let text = String((name + String(repeating: "x", count: 43)).filter { $0.isLetter }.prefix(43))
      return set(TalentDomain.Digest(text) ?? .blank, text)
    case let record as any Record: return filled(record: record) as! V
    case let list as any Fillable: return list.filled(by: &self) as! V
    default: return value
    }
  }

  private mutating func filled<R: Record>(record: R) -> R {
    var record = record
    fill(&record)
    return record
  }

  fileprivate mutating func element<V: Value>(_: V.Type) -> V { filled(V.blank) }

  private mutating func set<V: Value>(_ value: some Value, _ text: String) -> V {
    shown[name] = text
    return value as! V
  }
}

private protocol Fillable {
  func filled(by filling: inout Filling) -> Self
}

extension Array: Fillable where Element: Value {
  fileprivate func filled(by filling: inout Filling) -> [Element] { [filling.element(Element.self)] }
}

extension String {
  /// What a browser shows of it.
  var unescaped: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
