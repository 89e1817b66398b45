import CPlatform
import TalentDomain

/// Whether a time source holds the machine's clock right: deadlines are judged by it.
enum ClockExamination: Examination {
  /// Under its unit the service may not ask the kernel (`ProtectClock=`): then it says nothing, and `talentctl` asks.
  static func look(_ examined: Examined) -> [ExaminedLine] {
    let isHeld = talent_clock_is_synchronised()
    return isHeld < 0 ? [] : [.clock(isHeld: isHeld == 1)]
  }
}
