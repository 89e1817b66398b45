# shellcheck shell=bash
# The data-protection officer gives somebody access, and erases for good; no proof breaks.

heading "En, der har forladt kommunen, vil vide, hvad den har om hende" \
  "Somebody who has left the municipality wants to know what it has about her"
unset TALENTD_AS
export TALENTD_CLOCK=2029-05-06T09:00
run talentctl role grant 10522 dpo
now 10473 2029-05-07T09:00
run talentctl person leave 11222 --date 2029-04-30
now 10522 2029-05-07T10:00
run talentctl person access export 11222 --to "$state/indsigt"

heading "Og vil slettes: fristen er gået, men arkivet og revisionen mangler" \
  "And wants to be erased: the period has passed, but the archives and the audit are missing"
now 10473 2029-05-07T11:00
run talentctl person erasure request 11222
now 10522 2029-05-07T12:00
run talentctl duty list
EXPECT=1 run talentctl person erasure decide 11222 --grant --basis art17-1-a
now 10473 2029-05-08T09:00
run talentctl audit conclude 2027 --reference 'Revisionen 2029/114'
run talentctl archive-clearance record 2027 --reference 'Arkivet 29/114'
now 10522 2029-05-09T10:00
run talentctl person erasure decide 11222 --grant --basis art17-1-a
note "En anden gennemfører det, der er afgjort:" "Another carries out what was decided:"
unset TALENTD_AS
export TALENTD_CLOCK=2029-05-09T11:00
run talentctl person erasure carry-out 11222
now 11803 2029-05-09T12:00
EXPECT=3 run talentctl person show 11222
run talentctl audit replay 2027
now 10522 2029-05-09T13:00
note "Hvad der ellers er gået ud over fristen:" "What else has passed its period:"
run talentctl retention run --dry-run
