# shellcheck shell=bash
# Two assessors a nominee, a conflict of interest, the ranking.

heading "Bedømmere, og en inhabilitet" \
  "Assessors, and a conflict of interest"
now 10473 2027-03-04T09:00
run talentctl assessor assign 10487
run talentctl assessor assign 10494
now 10494 2027-03-04T10:00
run talentctl conflict declare 10914 --kind kin --reasons 'Vi er fætre.'
conflict=$(talentctl assessment list --nominee 10914 --output json |
  sed -n 's/.*"conflicts":\[{"id":"\([0-9a-z]*\)".*/\1/p')
now 10480 2027-03-04T11:00
run talentctl conflict rule "$conflict" --uphold --reasons 'Slægtskab: inhabil.'
run talentctl assessor assign 10501 10914

heading "Hver bedømmer indlæser sine egne point; fem rækker fra den inhabile afvises" \
  "Each assessor imports the own scores; five rows of the conflicted one are refused"
now 10487 2027-03-12T09:00
run talentctl assessment import $example/bedoemmelser-10487.csv
now 10494 2027-03-12T10:00
EXPECT=1 run talentctl assessment import $example/bedoemmelser-10494.csv
now 10501 2027-03-12T11:00
run talentctl assessment import $example/bedoemmelser-10501.csv

heading "Kalibrering, afslutning og ranglisten med pointlighed om den tyvende plads" \
  "Calibration, closing, and the ranking with a tie across the twentieth seat"
now 10473 2027-03-15T13:00
run talentctl calibration hold 10473 10487 10494 10501 --date 2027-03-15
run talentctl scoring close
run talentctl ranking compute
run talentctl ranking show
run talentctl ranking resolve 10536 11684 \
  --ground 'Kandidatens erfaring fra tværgående projekter dækker et fagområde, som holdet ellers mangler.'
