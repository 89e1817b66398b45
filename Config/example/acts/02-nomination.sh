# shellcheck shell=bash
# The forms of the portal, their receipt, and who is eligible.

heading "2. marts: de 54 skemaer fra portalen, bedømt i den rækkefølge de kom" \
  "2 March: the 54 forms handed in on the portal, judged in the order they came"
now 10473 2027-03-02T08:00
EXPECT=1 run talentctl nomination import $example/indstillinger.csv
note "Den samme fil igen ændrer intet og får de samme svar:" \
  "Importing the same file again changes nothing, and gives the same answers:"
EXPECT=1 run talentctl nomination import $example/indstillinger.csv
run talentctl nomination receive --all
run talentctl duty list

heading "Deltagelsesbetingelser: en viser sig at have været leder før" \
  "Eligibility: one turns out to have been a leader before"
now 10473 2027-03-03T10:00
run talentctl eligibility reject 10865 --ground formerLeader \
  --reasons 'Har været souschef med personaleansvar 2016-2018 i en anden kommune.'
run talentctl eligibility confirm --all
