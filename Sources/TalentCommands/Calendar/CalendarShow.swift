import ArgumentParser
import TalentDomain

extension CalendarNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowCalendar.self)

    @OptionGroup var calendar: CalendarOptions

    var options: QueryOptions { calendar.options }

    func query() throws -> ShowCalendar { try calendar.query() }
  }
}
