package fr.ondine.ui.claimfiles;

import static fr.ondine.ui.claimfiles.ClaimWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.customers.WaitingClaim;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.time.ZoneId;
import java.util.List;

/** Claims that wait, each with the way to its file. */
final class ClaimsTable extends ResponsiveTable {

    ClaimsTable(List<WaitingClaim> claims, ZoneId zone) {
        column(say("claimfiles.since"));
        column(say("claimfiles.contract"));
        column(say("claimfiles.holder"));
        column(say("claimfiles.claimant"));
        column(say("claimfiles.given"));
        claims.forEach(claim -> row(
                new Span(Written.here().shortMoment(claim.createdAt(), zone)),
                open(claim),
                new Span(claim.holder()),
                Definitions.written(claim.claimant()),
                new Span(ClaimWords.given(claim))));
    }

    private static Anchor open(WaitingClaim claim) {
        var link = new Anchor(ClaimsView.path(claim.id()), claim.number());
        link.addClassName("number");
        link.getElement().setAttribute("aria-label", say("claimfiles.open.of", claim.number(), claim.claimant()));
        return link;
    }
}
