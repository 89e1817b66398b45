/// What records time at gatherings, MBTI and in work groups.
let gatheringEntries: [any EntryFact.Type] = []
let gatheringFacts: [any CohortFact.Type] = []
package let gatheringCommands: [any CohortCommand.Type] = []
let gatheringOrder: [Rule.Check] = []

package struct GatheringAttendance: Sendable {}
package struct WorkGroups: Sendable {}
