package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.tariffs.Charge;
import fr.ondine.platform.tariffs.ChargeDraft;

/** All of a charge but its prices. */
final class TermsInWords {

    private TermsInWords() {}

    static Div of(Charge charge) {
        var draft = ChargeDraft.of(charge);
        var terms = draft.terms();
        var words = new Div(
                new Paragraph(terms.label()),
                new Paragraph(TariffWords.of("section", terms.section())),
                new Paragraph(TariffWords.of("beneficiary", terms.beneficiary())),
                new Paragraph(say("tariffs.vat.of", TariffWords.vat(terms.vat()))),
                new Paragraph(TariffWords.of("basis", terms.basis())));
        words.addClassName("lines");
        if (draft.isPerDwelling()) {
            words.add(new Paragraph(say("tariffs.per-dwelling")));
        }
        if (terms.isOfSewerage()) {
            words.add(new Paragraph(say("tariffs.of-sewerage")));
        }
        if (draft.isOnRequest()) {
            words.add(new Paragraph(say("tariffs.on-request")));
        }
        if (!draft.basin().isEmpty()) {
            words.add(new Paragraph(say("tariffs.levy.of", draft.basin())));
        }
        return words;
    }
}
