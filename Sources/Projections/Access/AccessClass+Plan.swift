package import TalentDomain

extension AccessReading {
  /// Why each class of which something is told is kept, how long, and what holds it.
  package func classes(_ plan: RetentionPlan) -> [AccessClass] {
    let isOnHold = plan.lines.contains { $0.holds.contains(.legalHold) }
    return classes.map { kind in
      let words = kind.purpose
      var shown = AccessClass()
      shown.kind = kind
      shown.name = Line(words.name.da)
      shown.purpose = Text(words.purpose.da)
      shown.basis = Text(words.basis.da)
      // How long hangs on how the case ends, which is not told before it has been told.
      guard !waits else {
        shown.period = ["Det kan først siges, når din sag er afsluttet."]
        shown.holds = [RetentionHold.openCase].map(held) + (isOnHold ? [held(.legalHold)] : [])
        return shown
      }
      // What has no period of its own belongs to a case that has.
      let line = plan[kind]
      shown.period = (line.map(period) ?? ["Så længe den sag, det hører til, gemmes."]).map { Text($0) }
      shown.holds = line?.holds.map(held) ?? []
      return shown
    }
  }

  private func held(_ hold: RetentionHold) -> Text { Text("Slettes ikke foreløbig: \(hold.words.da).") }

  private func period(_ line: RetentionPlan.Line) -> [String] {
    let end = line.until.map { "Til og med \($0.danish), medmindre noget holder på dem." }
    let grounds = line.grounds.prefix(6).map { ground in
      guard ground.outcome != .employed else { return ground.outcome.reason(of: line.retention).da }
      let place = ground.cohort.flatMap { title(of: $0) }.map { "«\($0)» – " } ?? ""
      let length = ground.from.map { ", \(ground.years) år fra \($0.danish)" } ?? ""
      return "\(place)\(ground.outcome.words.da)\(length). \(ground.outcome.reason(of: line.retention).da)"
    }
    return (end.map { [$0] } ?? ["Datoen kan ikke siges endnu."]) + grounds
  }
}
