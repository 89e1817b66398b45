import Testing

struct UsageMessageTests {
  /// What is typed, what may not be repeated of it, and what is said instead.
  @Test(arguments: [
    (["person", "show", "1", "Ågot"], "Ågot", "Unexpected argument (word 4)"),
    (["person", "Ågot"], "Ågot", "Unexpected argument (word 2)"),
    (["Ågot"], "Ågot", "Unexpected argument (word 1)"),
    (["account", "bind", "1", "--account", "a", "--uid", "Ågot"], "Ågot", "The value (word 7) is invalid for '--uid"),
    (["account", "bind", "1", "--account", "a", "--uid=Ågot"], "Ågot", "The value (word 6) is invalid for '--uid"),
    (["role", "grant", "1", "-Ågot er leder"], "got er leder", "Unknown option"),
    (["nomination", "submit", "1", "--interest=Ågot"], "Ågot", "The option '--interest' does not take any value"),
    (["person", "show", "Ågot's 'egen' mor"], "egen", "The value (word 3) is invalid for '<number>'"),
  ])
  func `a mistake on the command line is told by the place of the word, never by the word`(
    arguments: [String], secret: String, sentence: String
  ) async {
    let run = await CommandRun.of(arguments, socket: "/nowhere")
    #expect(run.status == 64)
    #expect(run.errors.contains(sentence), "\(run.errors)")
    #expect(!run.errors.contains(secret), "\(run.errors)")
  }

  @Test func `names of options are repeated, so that a slip of the pen is seen`() async {
    let run = await CommandRun.of(["person", "show", "1", "--lanugage", "da"], socket: "/nowhere")
    #expect(run.errors.contains("'--lanugage'"), "\(run.errors)")
  }
}
