package fr.ondine.ui.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that lasts, done beside the page: it tells for how long, then what came of it; who leaves finds it later. */
final class Work<T> extends Div {

    private static final int POLL_MILLISECONDS = 400;

    private final Paragraph lasting = new Paragraph();
    private final Paragraph step = new Paragraph();
    private final transient CompletableFuture<T> result;
    private final transient Consumer<T> done;
    private final transient Consumer<RuntimeException> failed;
    private final long begun = System.nanoTime();
    private transient @Nullable Supplier<String> howFar;
    private @Nullable Registration polling;

    Work(String sentence, Supplier<T> task, Consumer<T> done, Consumer<RuntimeException> failed) {
        addClassNames("notice", "work");
        getElement().setAttribute("role", "status");
        var doing = new Paragraph(sentence);
        doing.addClassName("busy");
        lasting.getElement().setAttribute("aria-hidden", "true");
        add(doing, lasting);
        this.done = done;
        this.failed = failed;
        // no thread of the page's: it may be closed meanwhile
        this.result =
                CompletableFuture.supplyAsync(task, work -> Thread.ofVirtual().start(work));
    }

    /** Tells also how far the task has come, as it says at that moment; not read out, for it changes all the time. */
    Work<T> telling(Supplier<String> words) {
        howFar = words;
        step.getElement().setAttribute("aria-hidden", "true");
        addComponentAtIndex(1, step);
        return this;
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
        if (result.isDone()) {
            getUI().ifPresent(this::stop);
            removeFromParent();
            tell();
        } else {
            if (howFar != null) {
                step.setText(howFar.get());
            }
            lasting.setText(Words.text("console.work.lasting", (System.nanoTime() - begun) / 1_000_000_000L));
        }
    }

    private void tell() {
        try {
            done.accept(result.join());
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof RuntimeException reason) {
                failed.accept(reason);
            } else {
                throw refused;
            }
        }
    }

    private void stop(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
