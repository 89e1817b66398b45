# shellcheck shell=bash
# Mentors, work groups and development plans: what the year is built of.

heading "Mentorer uden for egen ledelseslinje, og aftaler om fortrolighed" \
  "Mentors outside the own line, and agreements on confidentiality"
now 10473 2027-05-24T09:00
EXPECT=1 run talentctl mentor import $example/mentorer.csv
note "Den afviste får en mentor fra et andet center. Et møde før begge har aftalt fortrolighed afvises:" \
  "The refused one gets a mentor from another centre. A meeting before both have agreed to confidentiality is refused:"
run talentctl mentor match 11733 11299
now 11299 2027-05-26T15:00
EXPECT=1 run talentctl mentor meeting log 11733 --minutes 60
run talentctl mentor agree 11733
now 11733 2027-05-26T15:05
run talentctl mentor agree 11733
now 11299 2027-05-27T16:00
run talentctl mentor meeting log 11733 --minutes 60
note "Mentoren har registreret mødet, og deltageren bekræfter det. Kun dag og varighed er der felter til:" \
  "The mentor has recorded the meeting, and the participant confirms it. There are fields for day and length only:"
now 11733 2027-05-28T08:00
run talentctl entry confirm "$(entry_of 11733 2027-05-27)"
now 10473 2027-05-28T09:00
quietly talentctl mentor match "$latecomer" 11390
for party in "$latecomer" 11390; do quietly talentctl mentor agree "$latecomer" --behalf "$party"; done

heading "Fire arbejdsgrupper om opgaver, der er væsentlige for kommunen" \
  "Four work groups, for tasks that matter to the municipality"
run talentctl workgroup form 11026 11439 11579 11642 10536 --task 'Overgangen fra ung til voksen på tværs af centre'
run talentctl workgroup form 11768 11047 11096 11733 11684 --task 'Digital post, som borgerne forstår'
run talentctl workgroup form 11544 11019 10823 11320 --task 'Fælles indkøb i decentrale enheder'
run talentctl workgroup form 10606 10662 10914 11285 11383 --task 'Sygefravær: hvad virker hos os selv'
run talentctl workgroup join 3 "$latecomer"

heading "Udviklingsplaner: formål, udbytte og mål" \
  "Development plans: purpose, benefit and goals"
now 10473 2027-06-14T09:00
run talentctl plan import $example/udviklingsplaner.csv
now 10536 2027-06-21T20:00
run talentctl plan progress 10536 1 --status started --note 'Har holdt det første møde alene; det gik bedre end frygtet.'

heading "Foråret, som HR har fået det på lister: i rækkefølge efter dag, hvad end listen har" \
  "The spring, from HR's lists: in the order of their days, whatever the list has"
now 10473 2027-07-02T10:00
run talentctl gathering import $example/fremmoede-foraar.csv
run talentctl entry import $example/aktiviteter-foraar.csv
note "Den samme fil igen ændrer intet:" "The same file again changes nothing:"
run talentctl entry import $example/aktiviteter-foraar.csv
