import TalentDomain
import Testing

@testable import TalentCommands

struct AmountTests {
  @Test(arguments: [
    ("2", Rational(2)), ("½", Rational(1, 2)), ("1½", Rational(3, 2)), ("2¼", Rational(9, 4)), ("¾", Rational(3, 4)),
    ("2,5", Rational(5, 2)), ("2.50", Rational(5, 2)), ("5/2", Rational(5, 2)), ("0,125", Rational(1, 8)),
  ])
  func `an amount is read as people write it`(text: String, amount: Rational) {
    #expect(Rational(human: text) == amount)
  }

  @Test(arguments: [
    "", "-1", "1,", ",5", "1/0", "1/2/3", "1½½", "½1", "12345", "1,23456", "1e3", "+1", " 1", "١", "1.000,5",
  ])
  func `what is no amount is none`(text: String) {
    #expect(Rational(human: text) == nil)
  }
}
