package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Looks again and again how something is, for as long as a part of a page is there or until it is told to stop. */
public final class Looking implements Serializable {

    private final transient Runnable look;
    private final int everyMilliseconds;
    private final Component where;
    private transient @Nullable Registration polling;

    private Looking(Component where, int everyMilliseconds, Runnable look) {
        this.where = where;
        this.everyMilliseconds = everyMilliseconds;
        this.look = look;
    }

    public static Looking from(Component where, int everyMilliseconds, Runnable look) {
        var looking = new Looking(where, everyMilliseconds, look);
        where.addAttachListener(attached -> looking.begin(attached.getUI()));
        where.addDetachListener(detached -> looking.stop(detached.getUI()));
        return looking;
    }

    public void stop() {
        where.getUI().ifPresent(this::stop);
    }

    private void begin(UI ui) {
        ui.setPollInterval(everyMilliseconds);
        polling = ui.addPollListener(polled -> look.run());
    }

    private void stop(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
