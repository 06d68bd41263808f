package fr.ondine.ui.claims;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.platform.customers.AgreementSummary;
import fr.ondine.platform.customers.ClaimOutcome;
import fr.ondine.platform.customers.ClaimOutcome.AlreadyOpen;
import fr.ondine.platform.customers.ClaimOutcome.Mailed;
import fr.ondine.platform.customers.ClaimOutcome.Opened;
import fr.ondine.platform.customers.ClaimOutcome.WaitsForStaff;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import java.util.List;
import java.util.Locale;

/** What a claim did, and what follows. */
class ClaimResult extends Card {

    private final TenantConfig utility;

    ClaimResult(TenantConfig utility, ClaimOutcome outcome) {
        this.utility = utility;
        addClassName("stack");
        switch (outcome) {
            case Opened opened -> opened(opened);
            case AlreadyOpen open -> said(Tone.INFO, "already", list(List.of(open.agreement())));
            case Mailed mailed -> said(Tone.INFO, "mailed", sentence("claims.result.mailed.next"));
            case WaitsForStaff waits -> said(Tone.INFO, "staff", sentence("claims.result.staff.next"));
        }
        add(next(outcome));
    }

    private void opened(Opened opened) {
        var key = opened.agreements().size() == 1 ? "one" : "several";
        said(Tone.GOOD, key, list(opened.agreements()));
        if (opened.olderNumber() != null && !opened.agreements().isEmpty()) {
            add(new Paragraph(getTranslation("claims.result.renumbered", opened.olderNumber())));
        }
        add(sentence("claims.result.mail"));
    }

    private void said(Tone tone, String key, Component content) {
        add(new Notice(tone, getTranslation("claims.result." + key), content).announced());
    }

    private Component next(ClaimOutcome outcome) {
        var links = new Div();
        links.addClassName("row");
        if (outcome instanceof Opened || outcome instanceof AlreadyOpen) {
            links.add(ActionLink.primary(dashboard(outcome), getTranslation("claims.result.dashboard")));
        }
        var another = ActionLink.secondary("/contrats/lier", utility.words().claimAnother());
        another.loaded();
        links.add(another);
        return links;
    }

    /** Whoever holds several wants to see the one whose paper is before them. */
    private static String dashboard(ClaimOutcome outcome) {
        var open = outcome instanceof Opened opened ? opened.agreements() : List.<AgreementSummary>of();
        var claimed = outcome instanceof AlreadyOpen already ? List.of(already.agreement()) : open;
        return claimed.isEmpty()
                ? "/tableau-de-bord"
                : ChosenContract.link("tableau-de-bord", claimed.getFirst().id());
    }

    private Paragraph sentence(String key) {
        return new Paragraph(getTranslation(key));
    }

    private Component list(List<AgreementSummary> agreements) {
        var list = new UnorderedList();
        agreements.forEach(agreement -> list.add(new ListItem(getTranslation(
                "claims.result.agreement",
                agreement.number(),
                getTranslation("claims.service." + agreement.service().name().toLowerCase(Locale.ROOT)),
                agreement.street(),
                agreement.postcode() + " " + agreement.city()))));
        return list;
    }
}
