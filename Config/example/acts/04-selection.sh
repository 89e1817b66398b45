# shellcheck shell=bash
# Proposal, approval, offers and the reserve.

heading "Forslaget: tyve, og en rangordnet reserveliste på fire" \
  "The proposal: twenty, and a ranked reserve of four"
now 10473 2027-03-16T10:00
run talentctl selection propose --from-ranking --reserve 4
digest=$(talentctl selection show --output json | sed -n 's/.*"digest":"\([^"]*\)".*/\1/p')

heading "Direktionen godkender netop dette forslag" \
  "The executive board approves exactly this proposal"
now 10459 2027-03-18T14:00
printf 'Direktionsmøde 18. marts 2027, punkt 4: Hold 2027 godkendes som indstillet.\n' > "$state/referat.txt"
run talentctl selection approve --proposal "$digest" --date 2027-03-18 --meeting Direktionsmøde \
  --present 10459 10466 --minutes "$state/referat.txt" --journal 2027-000417

note "Sagen og referatet som dokumenter:" "The case and the minutes as documents:"
now 10473 2027-03-18T15:00
run talentctl letter render board-case --to "$state/indstilling.html"
run talentctl letter render minutes --to "$state/beslutningsreferat.html"

heading "Tilbud: nitten siger ja, en siger nej, og den bedst placerede reserve rykker op" \
  "Offers: nineteen accept, one declines, and the best placed of the reserve moves up"
now 10473 2027-03-19T09:00
run talentctl seat offer --all
accepted=0
for nominee in $(talentctl selection show --output csv | pick nominee.number list selected); do
  export TALENTD_AS=$nominee TALENTD_CLOCK=2027-03-22T09:00
  if [ "$nominee" = 10585 ]; then
    run talentctl seat decline "$nominee" --reason 'Jeg har fået orlov.'
  elif [ $accepted -eq 0 ]; then
    run talentctl seat accept "$nominee"
    accepted=1
  else
    quietly talentctl seat accept "$nominee"
    accepted=$((accepted + 1))
  fi
done
say "… og $((accepted - 1)) til siger ja på samme måde." "… and $((accepted - 1)) more accept in the same way."
now 10473 2027-03-23T09:00
run talentctl reserve promote
promoted=$(talentctl seat list --output csv | pick nominee.number status offered)
now "$promoted" 2027-03-24T09:00
run talentctl seat accept "$promoted"
