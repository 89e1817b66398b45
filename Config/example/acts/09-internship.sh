# shellcheck shell=bash
# January: the internship, and a day that was recorded wrongly.

heading "Aftaler om praktik hos ledere" \
  "Internships agreed with leaders"
now 10473 2027-12-13T09:00
run talentctl internship import $example/praktikaftaler.csv

heading "En deltager skriver selv sine praktikdage, den ene forkert" \
  "A participant records the own internship days, one of them wrongly"
now 10536 2028-01-14T16:00
run talentctl internship log 10536 --date 2028-01-12
run talentctl internship log 10536 --date 2028-01-14
EXPECT=1 run talentctl internship log 10536 --date 2028-01-14 --half
note "Dagen var den 13., og kun en halv. Det gamle skal passe; intet slettes:" \
  "It was the 13th, and only half a day. The old values must match; nothing is deleted:"
now 10536 2028-01-20T09:00
wrong=$(entry_of 10536 2028-01-14)
EXPECT=1 run talentctl entry correct "$wrong" --old-date 2028-01-12 --old-time 1 --date 2028-01-13 --time 1/2 \
  --reason 'Vi holdt fri om eftermiddagen.'
run talentctl entry correct "$wrong" --old-date 2028-01-14 --old-time 1 --date 2028-01-13 --time 1/2 \
  --reason 'Det var den 13., og vi holdt fri om eftermiddagen.' --dry-run
run talentctl entry correct "$wrong" --old-date 2028-01-14 --old-time 1 --date 2028-01-13 --time 1/2 \
  --reason 'Det var den 13., og vi holdt fri om eftermiddagen.'
note "Nu 1½ dag, med en advarsel; dagen før rettelsen stadig 2:" \
  "Now 1½ days, with a warning; on the day before the correction still 2:"
run talentctl participant show
run talentctl participant show --at 2028-01-19
now 10536 2028-01-27T16:00
run talentctl internship log 10536 --date 2028-01-26 --half
note "Praktikværten ser, hvad der mangler, og bekræfter:" "The host sees what is outstanding, and confirms:"
now 11432 2028-01-28T08:00
run talentctl duty list
run talentctl entry confirm "$(entry_of 10536 2028-01-26)"
