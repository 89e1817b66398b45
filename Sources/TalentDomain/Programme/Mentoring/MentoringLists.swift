/// What records time with mentors, hosts and leaders.
let mentoringEntries: [any EntryFact.Type] = []
let mentoringFacts: [any CohortFact.Type] = []
package let mentoringCommands: [any CohortCommand.Type] = []
let mentoringOrder: [Rule.Check] = []

package struct Mentors: Sendable {}
package struct Internships: Sendable {}
package struct DevelopmentPlans: Sendable {}
