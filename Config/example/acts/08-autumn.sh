# shellcheck shell=bash
# The autumn: a gathering moves, a mentor leaves, a participant goes on leave.

heading "En samling flyttes, og kalenderen med den" \
  "A gathering moves, and the calendar with it"
now 10473 2027-08-16T09:00
run talentctl gathering reschedule 6 --date 2027-10-14 --starts 09:00 --ends 16:00
run talentctl calendar show
run talentctl calendar export --to "$state/hold-2027.ics"
run grep -B 8 -A 2 'SUMMARY:6. samling' "$state/hold-2027.ics"

heading "Et mentorforløb slutter, og en anden tager over" \
  "A mentor's match ends, and another takes over"
now 10473 2027-09-20T09:00
run talentctl mentor end 10606 --ground left-post
now 10473 2027-10-04T09:00
run talentctl mentor match 10606 10949
for party in 10606 10949; do run talentctl mentor agree 10606 --behalf $party; done
run talentctl mentor list

heading "Efteråret fra HR's lister" \
  "The autumn, from HR's lists"
now 10473 2027-12-06T10:00
run talentctl gathering import $example/fremmoede-efteraar.csv
run talentctl entry import $example/aktiviteter-efteraar.csv
run talentctl gathering attendance
run talentctl workgroup list

heading "En deltager går på orlov og udskyder sin deltagelse" \
  "A participant goes on leave, and takes part later"
now 10473 2027-12-10T09:00
run talentctl seat defer 11047 --ground leave
EXPECT=1 run talentctl dialogue hold 11047 --minutes 60
