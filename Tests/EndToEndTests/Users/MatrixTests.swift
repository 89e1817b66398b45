import StrictJSON
import TalentDomain
import TalentInterface
import Testing

struct MatrixTests {
  @Test func `every method stands in the matrix, and nothing else does`() throws {
    let matrix = try RoleMatrix()
    #expect(Set(matrix.rows.keys) == Set(Methods.all.map(\.inMatrix)))
    #expect(Set(matrix.columns) == Set(Village.users.map(\.column) + ["administrator", "stranger"]))
  }

  @Test func `each role may call what the matrix says, and nothing else`() throws {
    let matrix = try RoleMatrix()
    try withVillage { village in
      for column in matrix.columns {
        let messenger = try village.messenger(column)
        let own = Village.users.first { $0.column == column }?.number ?? "110"
        for method in Methods.all {
          let row: [String: Bool] = try #require(matrix.rows[method.inMatrix])
          guard let expected = row[column] else { throw Trouble("the matrix has no cell for \(column)") }
          let answers = try attempts(method, own).map { try verdict(method, messenger, $0) }
          let isPermitted = answers.contains { $0 != "NotPermitted" }
          #expect(
            isPermitted == expected,
            "\(method.inMatrix) as \(column): \(answers.joined(separator: ", "))")
        }
      }
    }
  }

  /// In one's own name, and in that of everybody for whom somebody may record: about oneself, so that an own case is meant.
  private func attempts(_ method: TalentInterface.Method, _ own: String) -> [[UInt8]] {
    let filler = ShapeFiller(person: own)
    guard method.kind != .query else { return [filler.parameters(of: method)] }
    return [nil, Cast.chief, Cast.board[0], Cast.leader].map { filler.parameters(of: method, behalf: $0) }
  }

  /// The error's name, or `done`.
  private func verdict(
    _ method: TalentInterface.Method, _ messenger: any Messenger, _ parameters: [UInt8]
  ) throws -> String {
    do {
      let answer = try messenger.call(method.fullName, canonical: parameters)
      guard method.kind == .imports else { return "done" }
      let denied = answer["rows"]?.array?.allSatisfy { $0["kind"]?.string == RowOutcome.Kind.notPermitted.rawValue }
      return denied == true ? "NotPermitted" : "done"
    } catch let error as ServiceError {
      return error.kind?.rawValue ?? error.name
    }
  }
}

extension TalentInterface.Method {
  /// Such as `nomination.SubmitNomination`.
  var inMatrix: String { "\(area.rawValue).\(name)" }
}
