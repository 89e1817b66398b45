internal import EventWords
internal import Evidence
internal import StrictJSON
internal import TalentDomain
internal import Transparency

// What the page is of, and how it was and can be checked.

extension PageWriter {
  func title(_ manifest: BundleManifest) -> Bilingual {
    let person = manifest.person.flatMap { Alias($0) }.map { contents.names.person($0) ?? $0.text }
    if let person {
      return Bilingual(
        da: "Hold \(manifest.cohort): det, der vedrører \(person)",
        en: "Cohort \(manifest.cohort): what concerns \(person)")
    }
    return Bilingual(
      da: "Udvælgelsen af hold \(manifest.cohort), trin for trin",
      en: "The selection of cohort \(manifest.cohort), step by step")
  }

  mutating func head(_ manifest: BundleManifest) {
    out.raw("<h1")
    out.attributed(title(manifest))
    out.raw("</h1><p class=lead>")
    lead(manifest)
    out.raw("</p>")
    if manifest.simulated {
      out.raw("<p class=note>")
      out.word(
        "Loggen er lavet til afprøvning: personer og tidspunkter er opdigtede.",
        "The log was made for trials: people and times are invented.")
      out.raw("</p>")
    }
    out.raw("<dl class=identity>")
    identity(manifest)
    out.raw("</dl>")
    check(manifest)
  }

  private mutating func lead(_ manifest: BundleManifest) {
    if contents.person == nil {
      out.word(
        "Siden viser, hvad der blev registreret, mens holdet blev udvalgt, hændelse for hændelse, og hvordan udvælgelsen "
          + "stod efter hver af dem. Navne står kun, hvor pakken giver dem; ellers står et alias.",
        "This page shows what was recorded while the cohort was selected, event by event, and how the selection stood "
          + "after each of them. Names stand only where the bundle gives them; elsewhere an alias stands.")
    } else {
      out.word(
        "Siden viser de hændelser, der vedrører personen, og som personen må se, og hvordan sagen stod efter hver af dem.",
        "This page shows the events that concern the person and that the person may see, and how the case stood after "
          + "each of them.")
    }
  }

  private mutating func identity(_ manifest: BundleManifest) {
    let opened = contents.events.first { $0.type.name == "\(CohortOpened.type)" }
    if let title = opened?.facts["title"]?.string { term("Hold", "Cohort") { $0.out.text(title) } }
    term("Log", "Log") { $0.out.text(manifest.origin) }
    term("Hændelser", "Events") { page in
      page.out.raw(page.contents.leaves)
      page.out.word(" i pakken, af loggens ", " in the bundle, of the log's ")
      page.out.raw(manifest.size)
    }
    term("Loggens rod", "Root of the log") { page in
      page.out.raw("<code class=root>")
      let root = Array(manifest.root.base64)
      for start in stride(from: 0, to: root.count, by: 4) {
        page.out.raw("<span>")
        page.out.text(String(root[start..<min(start + 4, root.count)]))
        page.out.raw("</span>")
      }
      page.out.raw("</code>")
    }
    term("Bevidnet udefra", "Witnessed from outside") { page in
      guard let last = page.proofs.anchors.last else {
        page.out.word("ikke endnu", "not yet")
        return
      }
      page.out.word("til og med hændelse ", "up to event ")
      page.out.raw(last.size - 1)
      page.out.raw(", ")
      page.out.instant(Instant(milliseconds: last.time))
      page.out.raw(" (")
      page.out.text(last.name)
      page.out.raw(")")
    }
    term("Udleveret", "Handed out") { page in
      page.out.word("som hændelse ", "as event ")
      page.out.raw(manifest.exported)
    }
  }

  private mutating func check(_ manifest: BundleManifest) {
    out.raw("<details class=check><summary")
    out.attributed(Bilingual(da: "Kontrollér selv", en: "Check it yourself"))
    out.raw("</summary><p>")
    out.word(
      "Da pakken blev udleveret, blev hver hændelse ført til loggens rod, og denne side blev dannet af pakkens filer. Det "
        + "skal ingen tro på: kontrollér pakken med kommandoen her, eller med et andet program efter den offentlige "
        + "beskrivelse. Loggens nøgle skal komme ad anden vej end pakken.",
      "When the bundle was handed out, each event was led to the log's root, and this page was made from the bundle's "
        + "files. Nobody has to believe that: check the bundle by the command here, or by another program that follows the "
        + "public description. The log's key must come by another way than the bundle.")
    out.raw("</p><pre><code>talentctl audit verify . --log-key KEY</code></pre><p>")
    out.word("Pakken siger, at loggens nøgle er: ", "The bundle says that the log's key is: ")
    for key in manifest.keys { code(key) }
    out.raw("</p><p>")
    out.word(
      "«Bevist» ved en hændelse betyder, at den står uændret på sin plads i loggens træ. «Bevidnet udefra» betyder, at "
        + "nogen uden for kommunen har underskrevet et kontrolpunkt, hvor den var med: siden da kan den ikke være ændret, "
        + "fjernet eller dateret tilbage, uden at det ses.",
      "“Proven” beside an event means that it stands unchanged at its place in the log's tree. “Witnessed from outside” "
        + "means that somebody outside the municipality has signed a checkpoint that had it: since then it cannot have been "
        + "changed, removed or dated back without being seen.")
    out.raw("</p></details>")
  }
}
