internal import Transparency

/// Reads a policy file line by line. Names must be defined before they are used, so one pass is enough.
struct PolicyParser {
  private var result = WitnessPolicy()
  private var named: [PolicyName: WitnessPolicy.Quorum] = [:]
  private var members: Set<PolicyName> = []
  private var keys: (logs: Set<[UInt8]>, witnesses: Set<[UInt8]>) = ([], [])
  private var hasQuorum = false
  private let lines: [ArraySlice<UInt8>]

  private static let none = PolicyName("none".utf8)

  init(_ bytes: [UInt8]) throws(PolicyError) {
    guard bytes.count <= WitnessPolicy.lengthLimit else { throw PolicyError(.tooLong, line: 0) }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() {
      guard line.allSatisfy({ $0 == 0x09 || (0x20...0x7E).contains($0) || $0 >= 0x80 }) else {
        throw PolicyError(.controlCharacter, line: place + 1)
      }
    }
    // A name that was cut short could be another's name.
    guard lines.removeLast().isEmpty else { throw PolicyError(.cutOff, line: lines.count + 1) }
    self.lines = lines
  }

  mutating func policy() throws(PolicyError) -> WitnessPolicy {
    for (place, line) in lines.enumerated() {
      let words = line.split { $0 == 0x20 || $0 == 0x09 }.map { PolicyName($0) }
      guard let keyword = words.first, keyword.octets.first != UInt8(ascii: "#") else { continue }
      do throws(PolicyError.Fault) {
        try take("\(keyword)", Array(words.dropFirst()))
      } catch {
        throw PolicyError(error, line: place + 1)
      }
    }
    guard hasQuorum else { throw PolicyError(.quorumMissing, line: 0) }
    return result
  }

  private mutating func take(_ keyword: String, _ words: [PolicyName]) throws(PolicyError.Fault) {
    let counts: ClosedRange<Int>
    switch keyword {
    case "log": counts = 1...2
    case "witness": counts = 2...3
    case "group": counts = 3...Int.max
    case "quorum": counts = 1...1
    default: throw .unknownKeyword(keyword)
    }
    guard counts.contains(words.count) else { throw .wrongNumberOfWords(keyword: keyword) }
    switch keyword {
    case "log": try addLog(words)
    case "witness": try addWitness(words)
    case "group": try addGroup(words)
    default: try setQuorum(words[0])
    }
  }

  private mutating func addLog(_ words: [PolicyName]) throws(PolicyError.Fault) {
    guard let verifier = NoteVerifier(vkey: "\(words[0])"), verifier.algorithm == .ed25519 else { throw .notALogKey }
    guard keys.logs.insert(verifier.publicKey).inserted else { throw .keyTwice }
    result.logs.append(WitnessPolicy.Log(verifier: verifier, url: words.dropFirst().first.map { "\($0)" }))
  }

  private mutating func addWitness(_ words: [PolicyName]) throws(PolicyError.Fault) {
    guard let verifier = NoteVerifier(vkey: "\(words[1])"), verifier.algorithm == .cosignature else {
      throw .notAWitnessKey
    }
    guard keys.witnesses.insert(verifier.publicKey).inserted else { throw .keyTwice }
    try define(words[0], as: .witness(result.witnesses.count))
    result.witnesses.append(
      WitnessPolicy.Witness(name: words[0], verifier: verifier, url: words.dropFirst(2).first.map { "\($0)" }))
  }

  private mutating func addGroup(_ words: [PolicyName]) throws(PolicyError.Fault) {
    var group: [WitnessPolicy.Quorum] = []
    for name in words[2...] {
      guard let member = named[name] else { throw .unknownName("\(name)") }
      guard members.insert(name).inserted else { throw .memberTwice("\(name)") }
      group.append(member)
    }
    try define(words[0], as: .group(atLeast: try threshold("\(words[1])", of: group.count), group))
  }

  private func threshold(_ word: String, of count: Int) throws(PolicyError.Fault) -> Int {
    switch word {
    case "all": return count
    case "any": return 1
    default:
      // As it would be written: no sign, no leading zero.
      guard let number = Int(word), String(number) == word, (1...count).contains(number) else {
        throw .wrongThreshold(word)
      }
      return number
    }
  }

  private mutating func setQuorum(_ name: PolicyName) throws(PolicyError.Fault) {
    guard !hasQuorum else { throw .quorumTwice }
    hasQuorum = true
    guard name != Self.none else { return }
    guard let quorum = named[name] else { throw .unknownName("\(name)") }
    result.quorum = quorum
  }

  private mutating func define(
    _ name: PolicyName, as quorum: WitnessPolicy.Quorum
  ) throws(PolicyError.Fault) {
    guard name != Self.none else { throw .reservedName }
    guard named.updateValue(quorum, forKey: name) == nil else { throw .nameTwice("\(name)") }
  }
}
