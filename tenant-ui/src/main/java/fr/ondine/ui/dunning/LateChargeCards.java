package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.billing.ChosenForms;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.latecharges.LateCharge;
import fr.ondine.platform.latecharges.LateCharges;
import fr.ondine.platform.latecharges.RegisteredNotices;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The late sewerage charges of an agreement, a card each; nothing where the utility does not increase them. */
@Component
class LateChargeCards {

    private final LateCharges charges;
    private final RegisteredNotices notices;
    private final ChosenForms forms;
    private final SignedInStaff signedIn;

    LateChargeCards(LateCharges charges, RegisteredNotices notices, ChosenForms forms, SignedInStaff signedIn) {
        this.charges = charges;
        this.notices = notices;
        this.forms = forms;
        this.signedIn = signedIn;
    }

    Div of(AgreementId agreement) {
        var cards = new Div();
        cards.addClassName("column");
        fill(cards, agreement);
        return cards;
    }

    private void fill(Div cards, AgreementId agreement) {
        cards.removeAll();
        charges.list(signedIn.get(), agreement).forEach(charge -> cards.add(card(cards, agreement, charge)));
    }

    private LateChargeCard card(Div cards, AgreementId agreement, LateCharge seen) {
        return new LateChargeCard(seen, new LateChargeCard.Deeds() {
            @Override
            public void received(LateCharge charge, String number, LocalDate day) {
                notices.received(signedIn.get(), agreement, Objects.requireNonNull(charge.notice()), number, day);
                fill(cards, agreement);
                tell(cards, say("dunning.late.noted"));
            }

            @Override
            public void issue(LateCharge charge) {
                charges.issue(signedIn.get(), agreement, charge);
                fill(cards, agreement);
                var done = say("dunning.late.done", charge.amount());
                tell(cards, forms.isPosted(signedIn.get(), agreement) ? done + " " + say("post.goes") : done);
            }
        });
    }

    private static void tell(Div cards, String sentence) {
        cards.addComponentAsFirst(Notice.plain(Tone.GOOD, sentence).announced());
    }
}
