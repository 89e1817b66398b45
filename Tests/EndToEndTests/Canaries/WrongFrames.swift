/// Frames that are no calls, or calls of nothing, around personal words.
enum WrongFrames {
  static let all: [[UInt8]] = Canary.texts.flatMap { text -> [[UInt8]] in
    let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    let person = #""query":{"person":"\#(quoted)"}"#
    let cut = #"{"method":"dk.talentd.organisation.ShowPerson","parameters":{\#(person)"#
    let open = #"{"method":"a.B","parameters":{"x":"\#(quoted)"#
    let texts = [
      text, "{\"\(quoted)\"}", "[\"\(quoted)\"]", #"{"method":"\#(quoted)","method":"\#(quoted)"}"#,
      #"{"method":["\#(quoted)"]}"#, #"{"\#(quoted)":1,"method":"a.B"}"#,
      #"{"method":"a.B","parameters":"\#(quoted)"}"#, cut, cut + ",\(person)}}", open + "\n\"}}", open + #"\ud83d"}}"#,
    ]
    // The last is no UTF-8.
    return texts.map { Array($0.utf8) } + [Array(open.utf8) + [0xC3] + Array(#""}}"#.utf8)]
  }
}
