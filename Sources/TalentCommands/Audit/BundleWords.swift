import Evidence
import TalentDomain

extension BundleCheck {
  var words: Bilingual {
    switch self {
    case .files: Bilingual(da: "filerne", en: "the files")
    case .checkpoint: Bilingual(da: "kontrolpunktets underskrift", en: "the checkpoint's signature")
    case .tree: Bilingual(da: "træet", en: "the tree")
    case .leaves: Bilingual(da: "hændelserne", en: "the events")
    case .proofs: Bilingual(da: "beviserne, et for hver hændelse", en: "the proofs, one an event")
    case .streams: Bilingual(da: "at intet mangler", en: "that nothing is missing")
    case .times: Bilingual(da: "registreringstidernes orden", en: "the order of recorded times")
    case .types: Bilingual(da: "hændelsernes indhold", en: "the events' contents")
    case .disclosures: Bilingual(da: "de forseglede oplysninger", en: "the sealed fields")
    case .keys: Bilingual(da: "skift af loggens nøgle", en: "changes of the log's key")
    case .anchors: Bilingual(da: "vidner og tidsstempler", en: "witnesses and time-stamps")
    case .bracket: Bilingual(da: "at intet er dateret tilbage", en: "that nothing is dated back")
    case .known: Bilingual(da: "kontrolpunkter, du havde i forvejen", en: "checkpoints that you had before")
    case .page: Bilingual(da: "siden index.html", en: "the page index.html")
    }
  }
}

extension NotChecked {
  var words: Bilingual {
    switch self {
    case .personsPart:
      Bilingual(da: "kan ikke ses af én persons del", en: "cannot be told from one person's part")
    case .noKeysOfOthers:
      Bilingual(
        da: "ikke efterprøvet: giv --policy, --witness-key eller --tsa-ca",
        en: "not checked: give --policy, --witness-key or --tsa-ca")
    case .noAnchors: Bilingual(da: "ikke efterprøvet: intet er bevidnet", en: "not checked: nothing has been witnessed")
    case .simulated:
      Bilingual(da: "kan ikke efterprøves: tiderne er spillede", en: "cannot be checked: the times are played")
    case .nothingKnown: Bilingual(da: "ikke efterprøvet: giv --known", en: "not checked: give --known")
    case .noPage: Bilingual(da: "pakken har ingen side", en: "the bundle has no page")
    case .noMeans: Bilingual(da: "ikke efterprøvet", en: "not checked")
    }
  }
}

extension BundleFlaw {
  var words: Bilingual {
    switch self {
    case .manifestMalformed: Bilingual(da: "indholdslisten kan ikke læses", en: "the manifest cannot be read")
    case .fileMissing: Bilingual(da: "en fil mangler", en: "a file is missing")
    case .fileChanged: Bilingual(da: "en fil er ændret", en: "a file has been changed")
    case .fileUnknown: Bilingual(da: "en fil hører ikke til", en: "a file does not belong")
    case .checkpointMalformed: Bilingual(da: "kontrolpunktet kan ikke læses", en: "the checkpoint cannot be read")
    case .checkpointUnsigned:
      Bilingual(
        da: "kontrolpunktet er ikke underskrevet med loggens nøgle", en: "the checkpoint is not signed by the log's key"
      )
    case .checkpointDiffers:
      Bilingual(da: "kontrolpunktet er et andet end listens", en: "the checkpoint is another than the manifest's")
    case .tileMissing: Bilingual(da: "en del af træet mangler", en: "a part of the tree is missing")
    case .tileDiffers:
      Bilingual(da: "træet er ændret fra her", en: "the tree has been changed from here on")
    case .rootDiffers:
      Bilingual(da: "træets rod er ikke kontrolpunktets", en: "the tree's root is not the checkpoint's")
    case .leavesMalformed: Bilingual(da: "hændelserne kan ikke læses", en: "the events cannot be read")
    case .leafMalformed: Bilingual(da: "er ingen hændelse af den rette form", en: "is no event of the right form")
    case .leafMisplaced: Bilingual(da: "står et forkert sted", en: "stands in the wrong place")
    case .leafDiffers: Bilingual(da: "er ikke den, som træet kender", en: "is not the one that the tree knows")
    case .originDiffers: Bilingual(da: "hører til en anden log", en: "belongs to another log")
    case .simulationDiffers:
      Bilingual(
        da: "siger noget andet om, hvorvidt loggen er spillet", en: "contradicts the log on whether it is played")
    case .proofMissing: Bilingual(da: "mangler sit bevis", en: "lacks its proof")
    case .proofWrong:
      Bilingual(da: "har et bevis, der ikke fører til roden", en: "has a proof that does not lead to the root")
    case .revisionBroken:
      Bilingual(
        da: "følger ikke efter den forrige: der mangler noget før den",
        en: "does not follow the one before: something is missing before it")
    case .previousDiffers:
      Bilingual(da: "følger efter en anden end den forrige", en: "follows another than the one before")
    case .streamEndDiffers:
      Bilingual(
        da: "er ikke den sidste: de næste i rækken mangler", en: "is not the last one: those after it are missing")
    case .exportMissing: Bilingual(da: "er ikke udleveringen af denne pakke", en: "is not the export of this bundle")
    case .timeBackwards: Bilingual(da: "er registreret før den forrige", en: "was recorded before the one before it")
    case .typeUnknown:
      Bilingual(da: "har et indhold, der ikke er dens art", en: "has contents that are not of its type")
    case .sealedMalformed:
      Bilingual(da: "de forseglede oplysninger kan ikke læses", en: "the sealed fields cannot be read")
    case .sealedMissing:
      Bilingual(da: "en forseglet oplysning er der ikke gjort rede for", en: "a sealed field is not accounted for")
    case .sealedUnknown:
      Bilingual(da: "en oplysning hører ikke til hændelsen", en: "a field does not belong to the event")
    case .disclosureDiffers:
      Bilingual(
        da: "en vist oplysning er ikke den forseglede", en: "a field that is shown is not the one that was sealed")
    case .erasedWithoutEvent:
      Bilingual(
        da: "en oplysning er væk, uden at en sletning er registreret",
        en: "a field is gone, and no erasure is on record")
    case .disclosedAfterErasure:
      Bilingual(
        da: "en oplysning vises, selv om den er registreret som slettet",
        en: "a field is shown although its erasure is on record")
    case .rotationUnsigned:
      Bilingual(
        da: "skifter loggens nøgle uden den gamle nøgles underskrift",
        en: "changes the log's key without the old key's signature")
    case .anchorMalformed:
      Bilingual(da: "et bevidnet kontrolpunkt kan ikke læses", en: "a witnessed checkpoint cannot be read")
    case .anchorUnsigned:
      Bilingual(da: "et bevidnet kontrolpunkt er ikke loggens", en: "a witnessed checkpoint is not the log's")
    case .anchorDiffers:
      Bilingual(
        da: "herfra er loggen en anden end den, der blev bevidnet",
        en: "from here on the log is another than the one that was witnessed")
    case .anchorMissing:
      Bilingual(da: "nævner et vidne, hvis underskrift mangler", en: "names a witness whose signature is missing")
    case .cosignatureInvalid:
      Bilingual(da: "et vidnes underskrift er falsk", en: "a witness's signature is not genuine")
    case .timestampInvalid: Bilingual(da: "et tidsstempel er ikke ægte", en: "a time-stamp is not genuine")
    case .policyUnmet:
      Bilingual(
        da: "herfra står der ikke vidner nok inde for loggen", en: "from here on too few witnesses vouch for the log")
    case .anchorStale:
      Bilingual(
        da: "herfra er loggen ikke bevidnet, og det er for længe siden",
        en: "from here on the log has not been witnessed, for too long")
    case .recordedOutside:
      Bilingual(
        da: "er registreret på et andet tidspunkt, end den siger", en: "was recorded at another time than it says")
    case .knownUnsigned:
      Bilingual(da: "et kontrolpunkt, du havde, er ikke denne logs", en: "a checkpoint that you had is not this log's")
    case .knownLarger:
      Bilingual(
        da: "og de følgende mangler: loggen har været længere",
        en: "and those after it are missing: the log has been longer")
    case .knownDiffers:
      Bilingual(
        da: "herfra er loggen en anden end den, du har et kontrolpunkt fra",
        en: "from here on the log is another than the one that you have a checkpoint of")
    case .pageDiffers:
      Bilingual(da: "siden viser andet, end filerne siger", en: "the page shows something else than the files say")
    }
  }
}
