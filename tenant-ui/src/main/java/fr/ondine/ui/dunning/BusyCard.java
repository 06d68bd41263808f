package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.reminders.Batch;
import fr.ondine.platform.reminders.BatchState;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Looking;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** That a batch is being prepared or sent, looked at each second; it goes on without the page. */
final class BusyCard extends Card {

    private static final int POLL_MILLISECONDS = 1000;

    private final Paragraph done = new Paragraph();
    private final transient Supplier<Batch> latest;
    private final transient Function<Batch, String> far;
    private final transient Consumer<Batch> changed;
    private final transient BatchState begun;
    private final Looking looking;

    BusyCard(Batch batch, Supplier<Batch> latest, Function<Batch, String> far, Consumer<Batch> changed) {
        super(DunningWords.of("doing", batch.state()));
        this.latest = latest;
        this.far = far;
        this.changed = changed;
        begun = batch.state();
        looking = Looking.from(this, POLL_MILLISECONDS, this::look);
        main();
        add(done);
        if (begun == BatchState.SENDING) {
            add(new Paragraph(say("dunning.doing.sends")));
        }
        add(new Paragraph(say("dunning.doing.leave")));
        tell(batch);
    }

    private void look() {
        var batch = latest.get();
        if (batch.state() == begun) {
            tell(batch);
        } else {
            looking.stop();
            changed.accept(batch);
        }
    }

    private void tell(Batch batch) {
        done.setText(far.apply(batch));
    }
}
