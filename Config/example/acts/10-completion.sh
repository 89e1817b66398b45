# shellcheck shell=bash
# The last spring, and who has completed the programme.

heading "Resten af året fra HR's lister" \
  "The rest of the year, from HR's lists"
now 10473 2028-04-28T09:00
run talentctl gathering import $example/fremmoede-2028.csv
run talentctl entry import $example/aktiviteter-2028.csv
run talentctl internship list
run talentctl cohort progress

heading "Gennemført: mindst det mindste af hvert spor, eller HR-Centrets begrundelse" \
  "Completed: at least the least of every track, or the HR Centre's ground"
now 10473 2028-05-02T09:00
short=11383
EXPECT=1 run talentctl participant complete $short
note "Det bliver ved det. En anden mangler så lidt, at HR-Centret har en grund:" \
  "There it rests. Another is so little short that the HR Centre has a ground:"
EXPECT=1 run talentctl participant complete 11285
run talentctl participant complete 11285 \
  --ground 'To samlinger og en halv er mistet ved sygdom; stoffet er indhentet med arbejdsgruppen.'
EXPECT=1 run talentctl certificate issue $short
completed=0
for participant in $(talentctl cohort progress --output csv |
  grep -v '^participants,[^,]*,true,' | pick participant.number status accepted | grep -vx "$short"); do
  if [ $completed -eq 0 ]; then
    run talentctl participant complete "$participant"
    run talentctl certificate issue "$participant"
  else
    quietly talentctl participant complete "$participant"
    quietly talentctl certificate issue "$participant"
  fi
  completed=$((completed + 1))
done
quietly talentctl certificate issue 11285
say "… og $((completed - 1)) til gennemfører og får deltagerbevis på samme måde." \
  "… and $((completed - 1)) more complete and get their certificates in the same way."

heading "Et deltagerbevis tilbagekaldes, og et nyt udstedes" \
  "A certificate is revoked, and another issued"
now 10473 2028-05-09T10:00
dialogue=$(entry_of 10662 2027-05-14)
note "Hvad et bevis hviler på, rettes ikke, så længe det gælder:" "What a certificate rests on is not corrected while it stands:"
EXPECT=1 run talentctl entry correct "$dialogue" --old-date 2027-05-14 --old-time 1/2 --time 3/4 \
  --reason 'Lederen har noteret tre kvarter.'
run talentctl certificate revoke 10662 --reason 'En dialog er registreret for kort; beviset viser timerne.'
run talentctl entry correct "$dialogue" --old-date 2027-05-14 --old-time 1/2 --time 3/4 \
  --reason 'Lederen har noteret tre kvarter.'
run talentctl participant complete 10662
run talentctl certificate issue 10662

heading "Deltagerbeviserne som breve til at printe; loggen husker hver af dem, men ikke ordene" \
  "The certificates as letters to print; the log remembers each of them, but not the words"
run talentctl letter render certificate --all --to "$state/deltagerbeviser"
certificate=$(find "$state/deltagerbeviser" -name '*.html' | sort | head -1)
run talentctl letter check "$certificate"
