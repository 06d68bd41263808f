package fr.ondine.ui.runs;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.InvoicesToPost;
import fr.ondine.platform.billing.PostLot;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.runs.ManagedRuns;
import fr.ondine.platform.runs.RunState;
import fr.ondine.platform.runs.RunSummary;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** One billing run: how far it is, what it would ask for, and the way to have its invoices issued. */
@Route(value = Addresses.RUN, layout = StaffLayout.class)
@RolesAllowed("LOOK_AT_BILLING")
class RunView extends OneRunPage {

    private final Div told = new Div();

    private final transient InvoicesToPost posted;
    private final transient Clock clock;

    RunView(ManagedRuns runs, InvoicesToPost posted, Clock clock, SignedInStaff signedIn) {
        super("runs.run.title", runs, signedIn);
        this.posted = posted;
        this.clock = clock;
    }

    @Override
    void show(RunSummary run, BeforeEnterEvent arrival) {
        told.removeAll();
        show(run);
    }

    private void show(RunSummary run) {
        clear();
        var progress = run.progress();
        var main = column(told);
        switch (progress.state()) {
            case SIMULATING, ISSUING -> main.add(new Followed(run, () -> latest(run), this::changed));
            case SIMULATED -> {
                main.add(new TotalsCard(run, runs.before(who(), run.id())));
                if (mayBill()) {
                    main.add(new IssueCard(run, () -> runs.coming(who(), run.id()), () -> issue(run)));
                }
            }
            case ISSUED -> {
                main.add(new TotalsCard(run, runs.before(who(), run.id())));
                addPost(run, main);
            }
            case CANCELLED -> {
                main.add(new Notice(Tone.INFO, say("runs.cancelled"), say("runs.cancelled.what", progress.issued())));
                addPost(run, main);
            }
        }
        if (mayBill()) {
            main.add(new ParkedCard(run));
        }
        var aside = column(new FactsCard(run));
        if (mayBill() && progress.state() != RunState.ISSUED && progress.state() != RunState.CANCELLED) {
            aside.add(new StopCard(
                    progress,
                    () -> attempt(run, () -> runs.pause(who(), run.id())),
                    () -> attempt(run, () -> runs.resume(who(), run.id())),
                    () -> attempt(run, () -> runs.cancel(who(), run.id()))));
        }
        add(back(Addresses.HOME, "runs.back"), columns(main, aside));
    }

    /** What was issued stands, and goes by post, also of a run that was given up meanwhile. */
    private void addPost(RunSummary run, Div main) {
        if (mayBill() && run.progress().issued() > 0) {
            var lot = new PostLot.OfRun(run.id().value());
            main.add(new PostCard(run, posted.count(who(), lot), posted.lastTaken(who(), lot), clock.getZone()));
        }
    }

    private boolean mayBill() {
        return who().may(StaffPermission.BILL);
    }

    private RunSummary latest(RunSummary run) {
        return runs.find(who(), run.id()).orElseThrow();
    }

    private void issue(RunSummary run) {
        attempt(run, () -> runs.validate(who(), run.id()));
    }

    private void changed(RunSummary run) {
        told.removeAll();
        switch (run.progress().state()) {
            case SIMULATED -> tell(Tone.GOOD, say("runs.simulated.done"));
            case ISSUED ->
                tell(Tone.GOOD, RunWords.some("runs.issued.done", run.progress().issued(), run.total()));
            case SIMULATING, ISSUING, CANCELLED -> {}
        }
        show(run);
    }

    private void attempt(RunSummary run, Runnable deed) {
        try {
            deed.run();
            changed(latest(run));
        } catch (DomainException refused) {
            told.removeAll();
            tell(Tone.BAD, Texts.refusal(refused));
            show(latest(run));
        }
    }

    private void tell(Tone tone, String sentence) {
        told.add(Notice.plain(tone, sentence).announced());
    }
}
