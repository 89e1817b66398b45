# shellcheck shell=bash
# Who works where, who may do what, and what the cohort is held to.

heading "Administratoren opretter 196 medarbejdere og ni centre og tildeler rollerne" \
  "The administrator registers 196 people and nine centres, and grants the roles"
run talentctl person import $example/medarbejdere.csv
run talentctl centre import $example/centre.csv
for person in 10473 10480 10487 10494 10501; do run talentctl role grant $person hr; done
for person in 10487 10494 10501; do run talentctl role grant $person assessor --cohort 2027; done
for person in 10459 10466; do run talentctl role grant $person board; done
run talentctl role grant 10473 portal
run talentctl role grant 11803 auditor

heading "HR-Centret åbner holdet: pladser, datoer, regelsæt, kriterier, samlinger" \
  "The HR Centre opens the cohort: seats, dates, rule set, criteria, gatherings"
now 10473 2027-01-05T09:00
run talentctl cohort set-up 2027 --from Config/programme.yaml
run talentctl cohort criteria
