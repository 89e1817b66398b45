import TalentDomain

/// What the journal's catalogue says of each kind: a headline, and what to do.
extension IncidentKind {
  struct Words {
    let subject: Bilingual
    let text: Bilingual
  }

  var words: Words {
    switch self {
    case .anchorBellSilent, .anchorPolicyOfAnother, .erasureUnfinished, .letterUnusable, .viewsFellBehind: recordWords
    case .anchoredUnkept, .backupFailed, .backupUnrecorded, .backupsUncleared: backupWords
    case .configurationRefused, .configurationUnknown, .reconfigured: configurationWords
    case .connectionEnded, .connectionRefused, .connectionsNotTaken, .onewayDropped, .socketGone, .socketMade:
      socketWords
    case .internalFailure, .readOnly, .slowCall, .stuck, .syncFailed, .writableAgain: workWords
    case .started, .startFailed, .stopped, .upgraded: lifeWords
    }
  }

  private var recordWords: Words {
    switch self {
    case .anchorBellSilent:
      Words(
        subject: Bilingual(da: "Et vendepunkt bevidnes først senere", en: "A turning point is witnessed later only"),
        text: Bilingual(
          da: "Filen anchor.bell kan ikke skrives. talent-anchor kører hver time alligevel. Se efter, at\n"
            + "/run/talentd-anchor findes og tilhører talentd.",
          en: "The file anchor.bell cannot be written. talent-anchor runs every hour all the same. See that\n"
            + "/run/talentd-anchor is there and belongs to talentd."))
    case .anchorPolicyOfAnother:
      Words(
        subject: Bilingual(da: "Vidnernes politik gælder andre logge", en: "The witnesses' policy is about other logs"),
        text: Bilingual(
          da: "En revisor, der får filen i anchor.policy, ville ikke tro på denne log. Føj nøglen fra\n"
            + "«talentctl checkpoint show» til filen, og genindlæs: systemctl reload talentd.",
          en: "An auditor who is given the file in anchor.policy would not believe this log. Add the key that\n"
            + "`talentctl checkpoint show` names, and reload: systemctl reload talentd."))
    case .erasureUnfinished:
      Words(
        subject: Bilingual(da: "En sletning er ikke færdig", en: "An erasure is not finished"),
        text: Bilingual(
          da: "Nøglerne er væk. Resten på disken ryddes, når ingen længere læser filerne, og der er plads.\n"
            + "Kører «talentd verify» eller en sikkerhedskopiering længe, så vent på den.",
          en: "The keys are gone. What is left on the disk is cleared once nobody reads the files and there is room.\n"
            + "Where `talentd verify` or a backup runs for long, wait for it."))
    case .letterUnusable:
      Words(
        subject: Bilingual(da: "Et brev kan ikke skrives", en: "A letter cannot be rendered"),
        text: Bilingual(
          da: "Skabelonen er ændret, så den ikke kan bruges: fil og linje står i beskeden. Kun det brev er stoppet.\n"
            + "Ret den; rettelsen gælder fra det næste brev.",
          en:
            "The template was edited so that it cannot be used: the message names file and line. Only that letter is\n"
            + "stopped. Mend it; that holds from the next letter on."))
    default:
      Words(
        subject: Bilingual(da: "Visningerne kunne ikke følge loggen", en: "The views could not follow the log"),
        text: Bilingual(
          da:
            "Loggen er hel; kun oversigterne mangler det nyeste. De følger med igen, så snart de kan skrives. Se efter,\n"
            + "at disken har plads.",
          en:
            "The log is whole; only the overviews lack what is newest. They catch up as soon as they can be written. See\n"
            + "that the disk has room."))
    }
  }

  private var configurationWords: Words {
    switch self {
    case .configurationRefused:
      Words(
        subject: Bilingual(da: "Konfigurationen blev afvist", en: "The configuration was refused"),
        text: Bilingual(
          da: "Tjenesten kører videre med den forrige. Ret det, beskeden nævner, prøv med\n"
            + "talentd check --config /etc/talentd/talentd.yaml, og genindlæs: systemctl reload talentd.",
          en: "The service goes on with the one before. Mend what the message names, try\n"
            + "talentd check --config /etc/talentd/talentd.yaml, and reload: systemctl reload talentd."))
    case .configurationUnknown:
      Words(
        subject: Bilingual(da: "En indstilling findes ikke", en: "There is no such setting"),
        text: Bilingual(
          da: "Den har ingen virkning, og standardværdien gælder i stedet. Ret stavemåden, eller fjern den.",
          en: "It has no effect, and the default holds in its place. Mend the spelling, or take it away."))
    default:
      Words(
        subject: Bilingual(da: "Konfigurationen er genindlæst", en: "The configuration was read anew"),
        text: Bilingual(
          da: "Den gælder fra nu af, og loggen har noteret dens fingeraftryk.",
          en: "It is in force from now on, and the log has noted its digest."))
    }
  }

  private var socketWords: Words {
    switch self {
    case .connectionEnded:
      Words(
        subject: Bilingual(da: "En forbindelse blev lukket", en: "A connection was ended"),
        text: Bilingual(
          da: "Klienten sendte noget, der ikke følger protokollen, eller blev aldrig færdig. Sker det ofte, så find\n"
            + "programmet: det er ikke talentctl.",
          en: "The client sent what the protocol does not allow, or never finished. Where it happens often, find the\n"
            + "program: it is not talentctl."))
    case .connectionRefused:
      Words(
        subject: Bilingual(da: "En forbindelse blev afvist", en: "A connection was refused"),
        text: Bilingual(
          da: "For mange på én gang, samlet eller fra én konto (limits i talentd.yaml), eller en konto uden navn.",
          en: "Too many at once, in all or of one account (limits in talentd.yaml), or an account without a name."))
    case .connectionsNotTaken:
      Words(
        subject: Bilingual(da: "Der kan ikke tages flere forbindelser", en: "No more connections can be taken"),
        text: Bilingual(
          da:
            "Processen har ikke flere fildeskriptorer. De åbne forbindelser betjenes. Sænk limits.connections, eller hæv\n"
            + "LimitNOFILE= med systemctl edit talentd.",
          en:
            "The process has no file descriptors left. Open connections are served. Lower limits.connections, or raise\n"
            + "LimitNOFILE= with systemctl edit talentd."))
    case .onewayDropped:
      Words(
        subject: Bilingual(da: "Et kald uden svar blev ikke udført", en: "A call without a reply was not carried out"),
        text: Bilingual(
          da: "Den, der ikke vil have svar, kan ikke få at vide, om noget blev registreret. Ret programmet.",
          en: "Whoever wants no reply could not learn whether anything was recorded. Mend the program."))
    case .socketGone:
      Words(
        subject: Bilingual(da: "Soklen er væk", en: "The socket is gone"),
        text: Bilingual(
          da: "Ingen nye kan forbinde. \(SocketWatch.remedy.da)", en: "Nobody new can connect. \(SocketWatch.remedy.en)"
        ))
    default:
      Words(
        subject: Bilingual(da: "Soklen er lavet igen", en: "The socket was made anew"),
        text: Bilingual(
          da: "Filen eller dens mappe var fjernet. Find ud af, hvem der rydder op dér.",
          en: "The file or its folder had been removed. Find out who clears up there."))
    }
  }

  private var workWords: Words {
    switch self {
    case .internalFailure:
      Words(
        subject: Bilingual(da: "Et kald mislykkedes i tjenesten", en: "A call failed within the service"),
        text: Bilingual(
          da:
            "Intet blev registreret. Den, der kaldte, har fået den samme henvisning. Kommer det igen, så meld fejlen med\n"
            + "henvisningen og linjerne omkring.",
          en:
            "Nothing was recorded. The caller was given the same reference. Where it comes again, report the fault with the\n"
            + "reference and the lines around it."))
    case .readOnly:
      Words(
        subject: Bilingual(da: "Der kan ikke skrives", en: "Nothing can be written"),
        text: Bilingual(
          da:
            "Opslag besvares, alt andet afvises, og intet er gået tabt. Gør plads på disken, eller gør den skrivbar:\n"
            + "tjenesten prøver selv igen hvert sekund. Se df -h /var/lib/talentd.",
          en:
            "Queries are answered, all else is refused, and nothing is lost. Make room on the disk, or make it writable:\n"
            + "the service tries again by itself each second. See df -h /var/lib/talentd."))
    case .slowCall:
      Words(
        subject: Bilingual(da: "Et kald tog lang tid", en: "A call took long"),
        text: Bilingual(
          da:
            "Felterne siger hvor: ventetid, afgørelse, skrivning, visninger, svar. Er det skrivningen, er disken langsom;\n"
            + "er det ventetiden, er der travlt. Grænsen er limits.slow-milliseconds.",
          en:
            "The fields say where: waiting, deciding, commit, projecting, reply. If it is the commit, the disk is slow; if it\n"
            + "is the waiting, there is much to do. The limit is limits.slow-milliseconds."))
    case .stuck:
      Words(
        subject: Bilingual(da: "Tjenesten svarer ikke sig selv", en: "The service does not answer itself"),
        text: Bilingual(
          da:
            "Uden svar inden WatchdogSec= genstarter systemd den; intet registreret går tabt. Sker det igen, så se efter\n"
            + "en disk, der ikke svarer: dmesg.",
          en:
            "Without an answer within WatchdogSec= systemd starts it anew; nothing recorded is lost. Where it comes again,\n"
            + "look for a disk that does not answer: dmesg."))
    case .syncFailed:
      Words(
        subject: Bilingual(da: "Disken kunne ikke bekræfte en skrivning", en: "The disk could not confirm a write"),
        text: Bilingual(
          da:
            "Ingen, der fik svar, mister noget. Tjenesten starter igen fra det, der står på disken. Se efter fejl på\n"
            + "disken, før den bruges videre: dmesg, smartctl.",
          en:
            "Nobody who was answered loses anything. The service starts again from what is on the disk. Look for faults of\n"
            + "the disk before it is used further: dmesg, smartctl."))
    default:
      Words(
        subject: Bilingual(da: "Der kan skrives igen", en: "Writing works again"),
        text: Bilingual(da: "Årsagen er væk. Intet gik tabt.", en: "The cause is gone. Nothing was lost."))
    }
  }

  private var lifeWords: Words {
    switch self {
    case .started:
      Words(
        subject: Bilingual(da: "Tjenesten svarer", en: "The service answers"),
        text: Bilingual(
          da: "Loggen er efterprøvet, og visningerne er med. Se tilstanden med talentctl admin status.",
          en: "The log has been verified, and the views have caught up. See how it is with talentctl admin status."))
    case .startFailed:
      Words(
        subject: Bilingual(da: "Tjenesten kan ikke starte eller fortsætte", en: "The service cannot start or go on"),
        text: Bilingual(
          da:
            "Beskeden siger hvorfor, og hvad der skal gøres. Kør talentd doctor --config /etc/talentd/talentd.yaml som root.",
          en: "The message says why, and what to do. Run talentd doctor --config /etc/talentd/talentd.yaml as root."))
    case .upgraded:
      Words(
        subject: Bilingual(da: "Loggen har fået et nyere format", en: "The log has been given a newer format"),
        text: Bilingual(
          da: "Den ligger, som den var, blandt sikkerhedskopierne. En ældre udgave af talentd åbner den ikke mere;\n"
            + "skal den gamle udgave tilbage, gendannes den kopi med den.",
          en: "As it was it lies among the backups. An older version of talentd does not open it any more; to go\n"
            + "back to that version, restore that backup with it."))
    default:
      Words(
        subject: Bilingual(da: "Tjenesten er standset", en: "The service has stopped"),
        text: Bilingual(
          da: "Alt, der var modtaget, er besvaret.", en: "Everything that had been accepted is answered."))
    }
  }
}
