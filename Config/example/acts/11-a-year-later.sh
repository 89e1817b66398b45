# shellcheck shell=bash
# What has become of them.

heading "Et år efter: hvem leder, hvem er blevet, hvem er rejst" \
  "A year later: who leads, who has stayed, who has left"
now 10473 2029-05-02T09:00
run talentctl outcome record 11026 leader-post --date 2028-11-01
run talentctl outcome record 11544 leader-post --date 2029-02-01
run talentctl outcome record 11642 left --date 2028-09-30
outcomes=0
for participant in 10536 10606 10662 10809 10823 10914 11019 11096 11285 11320 11439 11579 11684 11733 11768; do
  quietly talentctl outcome record "$participant" stayed
  outcomes=$((outcomes + 1))
done
say "… og $outcomes er blevet i kommunen." "… and $outcomes have stayed with the municipality."
