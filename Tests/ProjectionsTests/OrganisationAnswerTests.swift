import Projections
import TalentDomain
import Testing

@Suite("The organisation's people, centres and roles")
struct OrganisationAnswerTests {
  private func seen(by number: Int, _ scene: Scene = .nominated()) -> OrganisationReading<SceneNames> {
    OrganisationReading(organisation: scene.organisation, viewer: scene.seen(by: number).viewer, names: SceneNames())
  }

  @Test func `leaders see their own people, chiefs their centre's, and everybody oneself`() {
    let scene = Scene.nominated()
    let people = { (viewer: Int) in Set(seen(by: viewer).people(ListPeople()).people.map(\.person.id)) }
    #expect(people(Scene.leader) == Set((Scene.nominees + [Scene.leader]).map(scene.person)))
    #expect(people(Scene.otherChief) == Set([33, Scene.otherChief].map(scene.person)))
    #expect(people(31) == [scene.person(31)])
    #expect(people(Scene.hr).count == scene.organisation.people.count)
  }

  @Test func `people are searched by part of a name or a whole number, and come in pages`() {
    let scene = Scene.nominated()
    var query = ListPeople()
    query.search = "NAVN 3"
    #expect(seen(by: Scene.hr).people(query).people.map(\.person.id) == [3, 31, 32, 33].map(scene.person))
    query.search = "31"
    #expect(seen(by: Scene.hr).people(query).people.map(\.person.id) == [scene.person(31)])
    query.search = nil
    query.centre = "Drift"
    #expect(seen(by: Scene.hr).people(query).people.map(\.person.id) == [scene.person(33)])
    query.centre = nil
    query.limit = 2
    let page = seen(by: Scene.hr).people(query)
    #expect(page.people.count == 2)
    #expect(page.more)
  }

  @Test func `accounts and roles are for those who keep or audit them`() throws {
    var query = ListPeople()
    query.search = "1"
    #expect(seen(by: Scene.auditor).people(query).people.first?.account == "konto")
    #expect(seen(by: Scene.dpo).people(query).people.first?.account == nil)
    #expect(try #require(seen(by: Scene.dpo).roles()).holders.count == 10)
    for viewer in [Scene.chief, Scene.leader, 31, Scene.board] { #expect(seen(by: viewer).roles() == nil) }
  }

  @Test func `centres are listed by name with chief and size`() {
    let scene = Scene.nominated()
    let centres = seen(by: 31).centres().centres
    #expect(centres.map(\.centre.id) == [Scene.otherCentre, Scene.centre].map(scene.person))
    #expect(centres.map(\.employees) == [1, 15])
    #expect(centres.map { $0.chief?.id } == [Scene.otherChief, Scene.chief].map(scene.person))
  }

  @Test func `every rule is listed once, in the order of their numbers`() {
    let rules = RuleList.all.rules
    #expect(rules.count == Rulebook.rules.count)
    #expect(rules.first?.id == "R1")
    let numbers = rules.filter { $0.id.value.hasPrefix("R") }.compactMap { Int($0.id.value.dropFirst()) }
    #expect(numbers == numbers.sorted())
    #expect(rules.allSatisfy { !$0.da.isBlank && !$0.en.isBlank && !$0.source.isBlank })
  }
}
