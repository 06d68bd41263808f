package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Div;
import java.util.List;

/** Where the browser says that it has loaded the page again by itself, and whether what was typed is still there (portal.js). */
final class PutBack extends Div {

    PutBack() {
        addClassNames("notice", "put-back");
        getElement()
                .setAttribute("role", "status")
                .setAttribute("tabindex", "-1")
                .setAttribute("hidden", "");
        for (var sentence : List.of("all", "partly", "nothing", "back", "again")) {
            getElement().setAttribute("data-" + sentence, getTranslation("shell.put-back." + sentence));
        }
    }
}
