# shellcheck shell=bash
# The year as it stands, as it stood, and as one of them sees it.

heading "Holdet, og en deltager, som de står nu" \
  "The cohort, and one participant, as they stand now"
now 10473 2029-05-02T10:00
run talentctl cohort progress
now 10536 2029-05-02T10:05
run talentctl participant show
run talentctl participant timeline
run talentctl plan show
note "Hendes leder ser dialogerne og planen; en anden deltager får intet at vide om hende:" \
  "Her leader sees the dialogues and the plan; another participant is told nothing of her:"
now 10515 2029-05-02T10:10
run talentctl dialogue list
quietly talentctl plan show 10536
now 11733 2029-05-02T10:15
EXPECT=3 run talentctl participant show 10536
EXPECT=3 run talentctl plan show 10536

heading "Holdet, som det stod ved årsskiftet" \
  "The cohort as it stood at the turn of the year"
now 10473 2029-05-02T10:20
run talentctl cohort progress --at 2027-12-31
