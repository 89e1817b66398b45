/// A sentence for people, in Danish and in English. It never holds personal data.
package struct Bilingual: Sendable, Hashable {
  package let da: String
  package let en: String

  package init(da: String, en: String) {
    self.da = da
    self.en = en
  }
}
