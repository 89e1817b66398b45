# shellcheck shell=bash
# An auditor judges the selection again, and takes the evidence away.

heading "Revisor spiller udvælgelsen igennem igen, under de regler, der gjaldt" \
  "An auditor replays the selection under the rules that held then"
now 11803 2029-05-03T09:00
run talentctl audit replay 2027
note "Hvem var kommet på en anden plads med et rent gennemsnit af de fem spørgsmål?" \
  "Whose place would a plain mean of the five questions have changed?"
run talentctl audit replay 2027 --what-if "$example/rent-gennemsnit.yaml"

heading "Og tager en bevispakke med" "And takes an evidence bundle away"
key=$(talentctl checkpoint show --output json | sed 's/.*"key":"\([^"]*\)".*/\1/')
run talentctl audit export 2027 "$state/bevispakke"
