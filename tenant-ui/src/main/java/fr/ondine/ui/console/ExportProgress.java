package fr.ondine.ui.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import fr.ondine.platform.fleet.AuditedAct;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far an export is that the browser fetches, by what is written down of it: the page itself cannot see a download. */
final class ExportProgress extends Div {

    static final String BEGUN = "exported";
    static final String ENDED = "export ended";
    static final String BROKEN_OFF = "export broken off";

    private static final int POLL_MILLISECONDS = 1000;

    private final Paragraph doing;
    private final Paragraph lasting = new Paragraph();
    private final transient Supplier<List<AuditedAct>> latest;
    private final transient Consumer<AuditedAct> over;
    private final Instant before;
    private final long begun = System.nanoTime();
    private transient @Nullable Registration polling;

    /** {@code latest} reads what the operator did, the latest first. */
    ExportProgress(String sentence, Supplier<List<AuditedAct>> latest, Consumer<AuditedAct> over) {
        this.latest = latest;
        this.over = over;
        before = latest.get().stream().findFirst().map(AuditedAct::at).orElse(Instant.EPOCH);
        addClassNames("notice", "work");
        getElement().setAttribute("role", "status");
        doing = new Paragraph(sentence);
        doing.addClassName("busy");
        lasting.getElement().setAttribute("aria-hidden", "true");
        add(doing, lasting);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().setPollInterval(POLL_MILLISECONDS);
        polling = attached.getUI().addPollListener(polled -> look());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stop(detached.getUI());
    }

    private void look() {
        var since =
                latest.get().stream().filter(act -> act.at().isAfter(before)).toList();
        find(since, ENDED).or(() -> find(since, BROKEN_OFF)).ifPresentOrElse(this::end, () -> tell(since));
    }

    private void end(AuditedAct last) {
        getUI().ifPresent(this::stop);
        removeFromParent();
        over.accept(last);
    }

    private void tell(List<AuditedAct> since) {
        if (find(since, BEGUN).isPresent()) {
            doing.setText(Words.text("console.export.leaving"));
        }
        lasting.setText(Words.text("console.export.since", (System.nanoTime() - begun) / 1_000_000_000L));
    }

    private static Optional<AuditedAct> find(List<AuditedAct> acts, String action) {
        return acts.stream().filter(act -> act.action().equals(action)).findFirst();
    }

    private void stop(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
