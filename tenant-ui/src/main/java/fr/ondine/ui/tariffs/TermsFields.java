package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.ChargeDraft;
import fr.ondine.platform.tariffs.ChargeKind;
import fr.ondine.platform.tariffs.ChargeTerms;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.PriceEntry;
import fr.ondine.platform.tariffs.RateBasis;
import fr.ondine.platform.tariffs.Vat;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.TextField;
import java.util.List;
import java.util.Optional;

/** The fields of a charge that are not prices: what is printed, for whom, with which VAT. */
final class TermsFields extends Div {

    private static final String NONE = "0";
    private static final List<String> RATES = List.of("5.5", "10", "20", NONE);

    private final TextField label = TextField.text("libelle", say("tariffs.label"))
            .autocomplete("off")
            .help(say("tariffs.label.help"))
            .required();
    private final TextField code = TextField.text("code", say("tariffs.charge.code"))
            .autocomplete("off")
            .attribute("maxlength", "40")
            .help(say("tariffs.charge.code.help"))
            .required()
            .explains("tariffs.charges-of-one-code");
    private final Choice<InvoiceSection> section = new Choice<>(
            "rubrique",
            say("tariffs.section"),
            List.of(InvoiceSection.values()),
            one -> TariffWords.of("section", one));
    private final Choice<Beneficiary> beneficiary = new Choice<>(
            "part",
            say("tariffs.beneficiary"),
            List.of(Beneficiary.values()),
            one -> TariffWords.of("beneficiary", one));
    private final Choice<String> rate = new Choice<>("tva", say("tariffs.vat"), RATES, TermsFields::rate);
    private final TextField mention = TextField.text("mention", say("tariffs.vat.mention"))
            .autocomplete("off")
            .help(say("tariffs.vat.mention.help"))
            .explains("tariffs.vat-mention-misplaced");
    private final Choice<RateBasis> basis = new Choice<>(
            "base", say("tariffs.basis"), List.of(RateBasis.values()), one -> TariffWords.of("basis", one));
    private final CheckField perDwelling = new CheckField("par-logement", say("tariffs.per-dwelling"));
    private final CheckField onRequest = new CheckField("sur-demande", say("tariffs.on-request"));
    private final CheckField ofSewerage = new CheckField("eaux-usees", say("tariffs.of-sewerage"));
    private final TextField basin = TextField.text("bassin", say("tariffs.basin"))
            .autocomplete("off")
            .help(say("tariffs.basin.help"))
            .explains("tariffs.basin-missing");

    TermsFields(ChargeKind kind, Optional<ChargeDraft> known) {
        add(label);
        if (known.isEmpty()) {
            add(code);
        }
        add(section, beneficiary, rate, mention, basis);
        switch (kind) {
            case STANDING -> add(perDwelling);
            case VOLUME -> add(perDwelling, ofSewerage);
            case FEE -> add(onRequest);
            case LEVY -> add(basin, ofSewerage);
        }
        known.ifPresentOrElse(this::fill, () -> usual(kind));
    }

    /** The charge with these prices; refused where VAT and mention contradict each other. */
    ChargeDraft charge(ChargeKind kind, List<PriceEntry> prices) {
        var vat = Vat.of(rate.value(), mention.value().strip());
        return new ChargeDraft(
                new ChargeTerms(
                        code.value(),
                        label.value(),
                        section.value(),
                        beneficiary.value(),
                        vat,
                        basis.value(),
                        ofSewerage.isTicked()),
                kind,
                perDwelling.isTicked(),
                onRequest.isTicked(),
                basin.value(),
                prices);
    }

    private void fill(ChargeDraft charge) {
        var terms = charge.terms();
        label.initially(terms.label());
        code.initially(terms.code());
        section.initially(terms.section());
        beneficiary.initially(terms.beneficiary());
        rate.initially(terms.vat().rate().percent().toPlainString());
        mention.initially(terms.vat().mention());
        basis.initially(terms.basis());
        perDwelling.initially(charge.isPerDwelling());
        onRequest.initially(charge.isOnRequest());
        ofSewerage.initially(terms.isOfSewerage());
        basin.initially(charge.basin());
    }

    /** What such a charge mostly is. */
    private void usual(ChargeKind kind) {
        if (kind == ChargeKind.LEVY) {
            section.initially(InvoiceSection.PUBLIC_BODIES);
            beneficiary.initially(Beneficiary.WATER_AGENCY);
            basis.initially(RateBasis.DAY_OF_INVOICE);
        } else if (kind == ChargeKind.FEE) {
            section.initially(InvoiceSection.OTHER);
            rate.initially("20");
            basis.initially(RateBasis.DAY_OF_INVOICE);
        }
    }

    private static String rate(String percent) {
        return percent.equals(NONE) ? say("tariffs.vat.none") : TariffWords.vat(Vat.of(percent));
    }
}
