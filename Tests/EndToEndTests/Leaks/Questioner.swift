import StrictJSON
import TalentDomain
import TalentInterface

/// Every question and every dry run that somebody could put, by the forms of the methods: each method in many variants,
/// about these people and things, as of several moments, with options left out and given. New methods are covered the day
/// they appear.
struct Questioner {
  /// So many variants a method: of letters every kind, of other queries about nearly everybody, and of what is only rehearsed
  /// a few.
  static func variants(of method: TalentInterface.Method) -> Int {
    if method.name == "\(RenderLetter.method)" { return 12 }
    return method.kind == .query ? 6 : 3
  }

  /// Who asks: the first of the people that questions are about.
  let asker: String
  let people: [String]
  /// Ids of forms, entries, groups and the like.
  let things: [String]

  /// The call of one variant, as the asker at a time.
  func call(_ method: TalentInterface.Method, variant: Int, at time: SimulatedTime) -> JSON {
    var members: [JSON.Member] = []
    func add(_ name: String, _ value: JSON) { members.append(JSON.Member(name: name, value: value)) }
    for member in method.input.members {
      switch member.name {
      case "at": if let moment = Questioner.moments[variant % Questioner.moments.count] { add("at", moment) }
      case "behalf": break
      case "call": add("call", options(variant, time))
      case "dryRun": add("dryRun", true)
      case "simulate": add("simulate", simulation(time))
      default: add(member.name, value(member, variant))
      }
    }
    return .object(members)
  }

  private func options(_ variant: Int, _ time: SimulatedTime) -> JSON {
    var members = [JSON.Member(name: "dryRun", value: true)]
    // Whoever may not count events cannot find their number by asking what it is not.
    if variant == 1 { members.append(JSON.Member(name: "expected", value: 60)) }
    members.append(JSON.Member(name: "id", value: .string(Questioner.id)))
    members.append(JSON.Member(name: "simulate", value: simulation(time)))
    return .object(members)
  }

  private func simulation(_ time: SimulatedTime) -> JSON {
    .object([JSON.Member(name: "actor", value: .string(asker)), JSON.Member(name: "at", value: .string(time.text))])
  }

  private func value(_ member: RecordShape.Member, _ variant: Int) -> JSON {
    switch (member.name, member.shape) {
    case ("id", .line): .string(Questioner.id)
    case ("centre", .line): .string(Cast.schools)
    case ("zone", .line): "Europe/Copenhagen"
    case ("cohort", .code): "2027"
    case ("query", .record(let record)), ("command", .record(let record)): self.record(record, variant)
    default: value(member.shape, variant)
    }
  }

  /// Options in turn: none, all, the one half, the other half.
  private func record(_ shape: RecordShape, _ variant: Int) -> JSON {
    .object(
      shape.members.enumerated().compactMap { index, member in
        let isGiven =
          switch variant % 4 {
          case 0: !member.isOptional
          case 1: true
          default: !member.isOptional || index % 2 == variant % 2
          }
        return isGiven ? JSON.Member(name: member.name, value: value(member, variant)) : nil
      })
  }

  private func value(_ shape: Shape, _ variant: Int) -> JSON {
    switch shape {
    case .alias: .string(things[variant % things.count])
    case .bool: .bool(variant % 2 == 0)
    case .code: "2027"
    case .date: .string(["2027-03-01", "2027-03-15", "2027-05-03"][variant % 3])
    case .instant: "2027-03-01T22:59:59.000Z"
    case .localTime: "2027-03-01T23:59:59"
    case .rational: "1/2"
    case .digest: "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
    case .person: .string(people[variant % people.count])
    case .integer(let range): .integer(Int64(min(max(variant % 5, range.lowerBound), range.upperBound)))
    case .line, .text: "Eksempel"
    case .choice(_, let words): .string(words[variant % words.count])
    case .list(let element, _): .array([value(element, variant)])
    case .record(let record): self.record(record, variant)
    }
  }

  /// Sent again and again, for nothing is recorded under it.
  private static let id = CommandID.make(milliseconds: 1_772_000_000_000, random: (1, 2)).text

  /// As of when: mostly now.
  private static let moments: [JSON?] = [
    nil, nil, .object([JSON.Member(name: "time", value: "2027-02-20T12:00:00.000Z")]), nil,
    .object([JSON.Member(name: "position", value: 150)]), nil,
    .object([JSON.Member(name: "time", value: "2027-03-11T13:00:00.000Z")]),
  ]
}
