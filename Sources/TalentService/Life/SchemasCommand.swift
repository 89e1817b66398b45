import Glibc
import TalentInterface

/// `talentd schemas DIR`: the files of `events-schema/` that are made from the types.
enum SchemasCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let folder = arguments.first, arguments.count == 1 else {
      Terminal.complain("talentd schemas: name the folder to write to")
      return 64
    }
    for (name, text) in GeneratedFiles.all {
      guard let file = fopen("\(folder)/\(name)", "w") else {
        Terminal.complain("talentd schemas: cannot write to the folder")
        return 66
      }
      fputs(text, file)
      fclose(file)
    }
    return 0
  }
}
