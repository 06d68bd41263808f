package fr.ondine.ui.staff;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.TextField;

/** Finds a contract from anywhere: a form that the browser itself sends, so that it works before the page does. */
@Tag("form")
final class SearchBox extends HtmlContainer {

    SearchBox() {
        addClassName("search-box");
        getElement()
                .setAttribute("role", "search")
                .setAttribute("method", "get")
                .setAttribute("action", "/gestion/recherche");
        add(
                TextField.text("q", text("staff.search"))
                        .attribute("type", "search")
                        .attribute("placeholder", text("staff.search.hint"))
                        .attribute("aria-keyshortcuts", "/")
                        .attribute("maxlength", "100")
                        .attribute("data-search", "")
                        .autocomplete("off"),
                Button.submit(text("staff.search.submit")).subdued().little());
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
