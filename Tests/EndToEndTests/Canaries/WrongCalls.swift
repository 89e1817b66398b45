import StrictJSON
import TalentDomain
import TalentInterface

/// Calls about the canary nominee that mostly go wrong: every method, well formed and then with one value after the other
/// replaced by personal words. Nothing is recorded (`dryRun`).
struct WrongCalls {
  let messenger: any Messenger
  /// Who calls; nil where the connection itself says so.
  var actor: String?
  /// Beyond the well-formed calls, those with a wrong value too.
  var replacesValues = true
  let time: SimulatedTime?

  /// Sends them all, and gives what is found in the replies that may hold no personal data: errors, and whatever answers
  /// a command.
  func findings() throws -> (calls: Int, errors: Set<String>, findings: [Scanner.Finding]) {
    var (calls, errors, findings): (Int, Set<String>, [Scanner.Finding]) = (0, [], [])
    for (index, method) in Methods.all.enumerated() {
      for parameters in try variants(of: method, from: index) {
        calls += 1
        do {
          let reply = try messenger.call(method.fullName, canonical: parameters.canonical())
          if method.kind == .query { continue }
          findings += scanned(reply, method)
        } catch let error as ServiceError {
          errors.insert(error.name.split(separator: ".").last.map(String.init) ?? error.name)
          findings += Canary.scanner.findings(in: error.name, of: "the error of \(method.fullName)")
          findings += scanned(error.parameters, method)
        }
      }
    }
    return (calls, errors, findings)
  }

  private func scanned(_ reply: JSON, _ method: TalentInterface.Method) -> [Scanner.Finding] {
    Canary.scanner.findings(in: reply.canonical(), of: "a reply of \(method.fullName)")
  }

  private func variants(of method: TalentInterface.Method, from index: Int) throws -> [JSON] {
    var words = Words(next: index)
    let filled = try JSON(parsing: ShapeFiller(person: Canary.number).parameters(of: method))
    let whole = filled.filled { words.take() }
    let unknown = ShapeFiller(person: Canary.unknownNumber).parameters(of: method)
    let wrong = replacesValues ? whole.withOneValueReplaced { words.take() } : []
    return ([whole, try JSON(parsing: unknown)] + wrong).map { simulated($0, method) }
  }

  private func simulated(_ parameters: JSON, _ method: TalentInterface.Method) -> JSON {
    var simulation = Simulation()
    simulation.actor = actor.map { PersonRef(given: $0) }
    simulation.at = time
    guard actor != nil || time != nil, let json = try? JSON(parsing: simulation.canonical) else { return parameters }
    guard method.kind == .command else { return parameters.with("simulate", json) }
    return parameters.with("call", (parameters["call"] ?? .object([])).with("simulate", json))
  }
}

/// The canaries' texts, one after the other.
private struct Words {
  var next: Int

  mutating func take() -> String {
    next += 1
    return Canary.texts[next % Canary.texts.count]
  }
}

extension JSON {
  fileprivate func with(_ name: String, _ value: JSON) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.name != name } + [Member(name: name, value: value)])
  }

  /// With the filler's word for any text replaced.
  fileprivate func filled(_ word: () -> String) -> JSON {
    switch self {
    case .string("Eksempel"): .string(word())
    case .array(let elements): .array(elements.map { $0.filled(word) })
    case .object(let members): .object(members.map { Member(name: $0.name, value: $0.value.filled(word)) })
    default: self
    }
  }

  /// One copy for each value, in which that value is a word, and one for each object, in which a member has a word as name.
  fileprivate func withOneValueReplaced(_ word: () -> String) -> [JSON] {
    switch self {
    case .array(let elements):
      return elements.indices.flatMap { index in
        elements[index].withOneValueReplaced(word).map { replaced in
          var copy = elements
          copy[index] = replaced
          return .array(copy)
        }
      }
    case .object(let members):
      return [.object(members + [Member(name: word(), value: .string(word()))])]
        + members.indices.flatMap { index in
          members[index].value.withOneValueReplaced(word).map { replaced in
            var copy = members
            copy[index].value = replaced
            return .object(copy)
          }
        }
    case .bool, .double, .integer, .null, .string: return [.string(word()), .array([.string(word())])]
    }
  }
}
