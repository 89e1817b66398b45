import CPlatform
import Glibc
import TalentDomain

/// Whether a time source holds the machine's clock right: deadlines are judged by it.
enum ClockExamination: Examination {
  static func look(_ examined: Examined) -> [HealthVerdict] {
    // The service itself may not ask the kernel (ProtectClock=); systemd-timesyncd leaves this file where it has set the clock.
    let asked = talent_clock_is_synchronised()
    let isHeld = asked == 1 || access("/run/systemd/timesync/synchronized", F_OK) == 0
    if isHeld {
      return [
        .well(
          "clock",
          Bilingual(da: "Uret holdes rigtigt af en tidskilde.", en: "A time source holds the clock right."))
      ]
    }
    let problem =
      asked == 0
      ? Bilingual(da: "Ingen tidskilde holder uret rigtigt.", en: "No time source holds the clock right.")
      : Bilingual(
        da: "Det kan ikke ses herfra, om en tidskilde holder uret rigtigt.",
        en: "It cannot be seen from here whether a time source holds the clock right.")
    return [
      .amiss(
        HealthFinding(
          "clock-unsynchronised", problem,
          remedy: Bilingual(
            da: "Se timedatectl; slå tidssynkronisering til: timedatectl set-ntp true.",
            en: "See timedatectl; switch synchronisation on: timedatectl set-ntp true.")))
    ]
  }
}
