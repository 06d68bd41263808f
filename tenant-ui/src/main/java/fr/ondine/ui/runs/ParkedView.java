package fr.ondine.ui.runs;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.runs.ManagedRuns;
import fr.ondine.platform.runs.ParkedAgreement;
import fr.ondine.platform.runs.ParkedAgreements;
import fr.ondine.platform.runs.ParkingReason;
import fr.ondine.platform.runs.RunState;
import fr.ondine.platform.runs.RunSummary;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Turns;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;

/** What a run set aside, by reason, and how each of it is repaired. */
@Route(value = Addresses.PARKED, layout = StaffLayout.class)
@RolesAllowed("BILL")
class ParkedView extends OneRunPage {

    private final transient ParkedAgreements parked;
    private final Div told = new Div();
    private final Div list = column();

    ParkedView(ManagedRuns runs, ParkedAgreements parked, SignedInStaff signedIn) {
        super("runs.parked.title", runs, signedIn);
        this.parked = parked;
    }

    @Override
    void show(RunSummary run, BeforeEnterEvent arrival) {
        told.removeAll();
        add(back(Addresses.run(run.id()), "runs.parked.back"), column(told, list));
        show(run, ParkedFilter.of(run.id(), arrival.getLocation().getQueryParameters()));
    }

    private void show(RunSummary run, ParkedFilter filter) {
        list.removeAll();
        var isOpen = run.progress().state() == RunState.SIMULATED;
        var counts = parked.counts(who(), run.id());
        if (counts.isEmpty()) {
            list.add(new Card(new Paragraph(say("runs.parked.none"))));
            return;
        }
        var page = parked.list(who(), run.id(), filter.reason(), filter.page());
        var table = new ParkedTable(run.id(), page.rows(), isOpen, one -> confirm(run, filter, one));
        list.add(reasons(filter, counts), new Card(table, new Turns(filter.address(), filter.page(), page.hasMore())));
        if (isOpen) {
            list.add(new Card(
                    say("runs.parked.again"),
                    new Paragraph(say("runs.parked.again.what")),
                    Button.secondary(say("runs.parked.again")).onPress(() -> again(run))));
        }
    }

    private Nav reasons(ParkedFilter filter, Map<ParkingReason, Integer> counts) {
        var all = counts.values().stream().mapToInt(Integer::intValue).sum();
        var reasons = new Nav();
        reasons.addClassName("places");
        reasons.getElement().setAttribute("aria-label", say("runs.parked.reasons"));
        reasons.add(reason(filter, Optional.empty(), say("runs.parked.all", all)));
        counts.forEach((reason, count) -> reasons.add(
                reason(filter, Optional.of(reason), RunWords.of("parked.short", reason) + " (" + count + ")")));
        return reasons;
    }

    private static Anchor reason(ParkedFilter filter, Optional<ParkingReason> reason, String words) {
        var link = new Anchor(filter.of(reason).address() + "1", words);
        if (filter.reason().equals(reason)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private void confirm(RunSummary run, ParkedFilter filter, ParkedAgreement one) {
        told.removeAll();
        try {
            var isBilled = parked.confirm(who(), run.id(), one.agreement());
            told.add(Notice.plain(
                            isBilled ? Tone.GOOD : Tone.WARN,
                            say(isBilled ? "runs.parked.confirmed" : "runs.parked.still", one.number()))
                    .announced());
        } catch (DomainException refused) {
            told.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
        show(runs.find(who(), run.id()).orElseThrow(), filter);
    }

    private void again(RunSummary run) {
        told.removeAll();
        try {
            parked.again(who(), run.id());
            UI.getCurrentOrThrow().navigate(Addresses.run(run.id()));
        } catch (DomainException refused) {
            told.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }
}
