package fr.ondine.ui.leakfiles;

import static fr.ondine.ui.leakfiles.LeakWording.above;
import static fr.ondine.ui.leakfiles.LeakWording.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.leaks.LeakFile;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.List;

/** Files of leaks, each with what was used beside what is usual, and until when an answer is awaited. */
final class LeakTable extends ResponsiveTable {

    LeakTable(LeakQuery here, List<LeakFile> rows, LocalDate today) {
        column(say("leakfiles.contract"));
        column(say("leakfiles.place"));
        column(say("leakfiles.used"));
        column(say("leakfiles.answer-by"));
        column(say("leakfiles.state"));
        rows.forEach(file -> row(
                above(contract(here, file), file.holder()),
                above(new Span(file.street()), file.city()),
                above(
                        new Span(Written.here().volume(file.volume())),
                        say("leakfiles.usual", Written.here().volume(file.mean()))),
                new Span(file.answerBy()
                        .map(Written::shortDate)
                        .orElseGet(() -> say(
                                file.isBilledWithoutNotice() ? "leakfiles.not-told-in-time" : "leakfiles.not-told"))),
                LeakWording.pill(file, today)));
    }

    private static Anchor contract(LeakQuery here, LeakFile file) {
        var link = new Anchor(Addresses.file(file.id()) + here.query(), file.contract());
        link.addClassName("number");
        return link;
    }
}
