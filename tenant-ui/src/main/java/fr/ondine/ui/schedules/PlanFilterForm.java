package fr.ondine.ui.schedules;

import static fr.ondine.ui.schedules.ScheduleWords.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.plans.PlanFilter;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.List;

/** Asks which plans are looked for; the answer is an address. */
final class PlanFilterForm extends Form {

    private final TextField words = TextField.text("recherche", say("schedules.list.words"))
            .attribute("type", "search")
            .autocomplete("off");
    private final Choice<PlanFilter.State> state = new Choice<>(
            "etat",
            say("schedules.list.states"),
            List.of(PlanFilter.State.values()),
            one -> say("schedules.list." + ScheduleWords.code(one)));

    PlanFilterForm(PlanFilter filter) {
        addClassName("filter");
        words.initially(filter.words());
        state.initially(filter.state());
        var fields =
                new Div(words, state, Button.submit(say("schedules.list.find")).subdued());
        fields.addClassName("row");
        add(fields);
        onSubmit(() -> UI.getCurrentOrThrow()
                .navigate(PlanQuery.PATH, PlanQuery.parameters(new PlanFilter(state.value(), words.value()))));
    }
}
