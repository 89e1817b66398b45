import Seeded
import StrictJSON
import Testing

@Suite struct NumberTextTests {
  /// RFC 8785, appendix B; nil where the RFC has an error.
  @Test(
    arguments: [
      (0x0000_0000_0000_0000, "0"),
      (0x8000_0000_0000_0000, "0"),
      (0x0000_0000_0000_0001, "5e-324"),
      (0x8000_0000_0000_0001, "-5e-324"),
      (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
      (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
      (0x4340_0000_0000_0000, "9007199254740992"),
      (0xc340_0000_0000_0000, "-9007199254740992"),
      (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x7fff_ffff_ffff_ffff, nil),
      (0x7ff0_0000_0000_0000, nil),
      (0xfff0_0000_0000_0000, nil),
      (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
      (0x44b5_2d02_c7e1_4af6, "1e+23"),
      (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
      (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
      (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
      (0x444b_1ae4_d6e2_ef50, "1e+21"),
      (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
      (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
      (0x41b3_de43_5555_5553, "333333333.3333332"),
      (0x41b3_de43_5555_5554, "333333333.33333325"),
      (0x41b3_de43_5555_5555, "333333333.3333333"),
      (0x41b3_de43_5555_5556, "333333333.3333334"),
      (0x41b3_de43_5555_5557, "333333333.33333343"),
      (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
      (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ] as [(UInt64, String?)])
  func `appendix B`(bits: UInt64, text: String?) {
    #expect(NumberText.text(of: Double(bitPattern: bits)) == text)
  }

  @Test(arguments: [
    (1.0, "1"), (-1.0, "-1"), (10.0, "10"), (100.0, "100"), (0.1, "0.1"), (0.5, "0.5"), (123.456, "123.456"),
    (1e20, "100000000000000000000"), (1e21, "1e+21"), (1.5e300, "1.5e+300"), (1e-6, "0.000001"), (1e-7, "1e-7"),
    (1.25e-9, "1.25e-9"), (120_000.0, "120000"), (0.000_012, "0.000012"),
  ])
  func `the layouts of ECMAScript`(value: Double, text: String) {
    #expect(NumberText.text(of: value) == text)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `every finite double reads back as itself`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed, for: "every finite double reads back as itself")
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let text = try #require(NumberText.text(of: value))
      #expect(Double(text) == value)
      #expect(text.utf8.count <= 25)
    }
  }
}
