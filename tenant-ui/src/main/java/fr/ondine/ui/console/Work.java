package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Paragraph;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that lasts, done beside the page: it tells for how long, then what came of it; who leaves finds it later. */
final class Work<T> extends Lasting {

    private static final int POLL_MILLISECONDS = 400;

    private final Paragraph step = silent(new Paragraph());
    private final transient CompletableFuture<T> result;
    private final transient Consumer<T> done;
    private final transient Consumer<RuntimeException> failed;
    private transient @Nullable Supplier<String> howFar;

    Work(String sentence, Supplier<T> task, Consumer<T> done, Consumer<RuntimeException> failed) {
        super(sentence, POLL_MILLISECONDS);
        this.done = done;
        this.failed = failed;
        // no thread of the page's: it may be closed meanwhile
        this.result =
                CompletableFuture.supplyAsync(task, work -> Thread.ofVirtual().start(work));
    }

    /** Tells also how far the task has come, as it says at that moment. */
    Work<T> telling(Supplier<String> words) {
        howFar = words;
        addComponentAtIndex(1, step);
        return this;
    }

    @Override
    void look() {
        if (result.isDone()) {
            over();
            tell();
        } else {
            if (howFar != null) {
                step.setText(howFar.get());
            }
            since("console.work.lasting");
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
}
