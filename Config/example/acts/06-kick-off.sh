# shellcheck shell=bash
# MBTI, the kick-off, and one who leaves while there is still time for the reserve.

heading "MBTI: spørgeskema og gruppetilbagemelding 6. april; resultatet registreres aldrig" \
  "MBTI: questionnaire and group feedback on 6 April; the result is never recorded"
now 10473 2027-04-07T09:00
run talentctl entry import $example/mbti.csv

heading "26. april: kick-off, som er den første samling" \
  "26 April: the kick-off, which is the first gathering"
now 10473 2027-04-27T09:00
run talentctl gathering attend 1 --all

heading "En trækker sig, og den næste på reservelisten kommer med før anden samling" \
  "One withdraws, and the next of the reserve comes in before the second gathering"
now 11054 2027-05-03T08:30
run talentctl seat withdraw 11054 --reason 'Jeg flytter til Jylland.'
now 10473 2027-05-04T09:00
run talentctl reserve promote
latecomer=$(talentctl seat list --output csv | pick nominee.number status offered)
now "$latecomer" 2027-05-06T12:00
run talentctl seat accept "$latecomer"
now "$latecomer" 2027-05-11T19:00
run talentctl mbti complete "$latecomer"
now 10473 2027-05-14T15:00
run talentctl mbti attend "$latecomer" --make-up

heading "Efter anden samling er reservelisten udløbet" \
  "After the second gathering the reserve has lapsed"
now 10473 2027-05-21T10:00
EXPECT=1 run talentctl reserve promote
for waiting in 11362 10802; do
  run talentctl reserve lapse $waiting \
    --reasons 'Holdet er fuldt besat efter anden samling. Du stod højt på listen og opfordres til at søge igen.'
  feedback $waiting
done
