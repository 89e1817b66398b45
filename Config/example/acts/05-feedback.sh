# shellcheck shell=bash
# Letters and feedback to those who were not selected; then what came of the selection.

heading "Ærlig tilbagemelding til de øvrige" \
  "Honest feedback to the rest"
now 10473 2027-03-25T09:00
run talentctl letter send 10865 --reasons 'Programmet er for medarbejdere, der ikke tidligere har haft en lederstilling.'
run talentctl letter send --all --reasons $example/begrundelser.csv
run talentctl letter render refusal --all --to "$state/afslag"
told=$(talentctl selection show --output csv | pick nominee.number list rest | head -1)
leader=$(leader_of "$told")
now "$leader" 2027-04-01T10:00
run talentctl feedback give "$told" \
  --next 'Prøv dig af som projektleder det næste år.' \
  --right-now 'Ja, men du har brug for mere erfaring på tværs af centre.' \
  --realistic 'Ja, du var tæt på.' \
  --alternatives 'Grundkursus i projektledelse og følordning hos en leder.'

heading "Hvad der kom ud af udvælgelsen" \
  "What came of the selection"
now 10473 2027-04-02T09:00
run talentctl ranking show
run talentctl seat list
run talentctl duty list
run talentctl person history "$told"
note "Tilstanden, som den var dagen før godkendelsen:" "The state as of the eve of the approval:"
run talentctl selection show --at 2027-03-17
run talentctl cohort show --at 2027-03-17
run talentctl cohort show

# In the name of the leader, as HR records it for those who have no account.
feedback() {
  quietly talentctl feedback give "$1" --behalf "$(leader_of "$1")" \
    --next 'Søg opgaver på tværs af enheder, og fortæl om det, du lykkes med.' \
    --right-now 'Ja, men et år mere med større ansvar vil styrke dig.' \
    --realistic 'Ja, hvis du arbejder med det, vi har talt om.' \
    --alternatives 'Følordning hos en leder, kursus i projektledelse, rollen som tovholder.'
}

heading "De øvrige ledere giver deres tilbagemelding i tide" \
  "The other leaders give their feedback in time"
now 10473 2027-04-04T10:00
given=0
for nominee in 10865 $(talentctl selection show --output csv |
  pick nominee.number list rest | grep -vx "$told"); do
  feedback "$nominee"
  given=$((given + 1))
done
say "… $given ledersamtaler, alle fire spørgsmål besvaret." "… $given talks, all four questions answered."

heading "En klage, og svaret på den" \
  "A complaint, and its answer"
now 10473 2027-04-05T09:00
run talentctl complaint receive 11173 --date 2027-04-03 \
  --text 'Jeg mener ikke, at mine projekter på tværs er talt med.'
now 10473 2027-04-07T08:00
run talentctl complaint answer 11173 \
  --text 'Begge bedømmere har haft skemaet og projekterne for sig; spørgsmål 4 er vurderet efter dem. Afgørelsen står.'
