package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;

/** Why nobody came in by ProConnect, and what to do: the other way in stands below. */
final class ProConnectNotice extends Div {

    private static final String LEAVE = "/gestion/connexion/proconnect/quitter";

    ProConnectNotice(String word) {
        addClassName("column");
        var isRefused = word.equals("refus");
        var key = "staff.proconnect." + (isRefused ? "refused" : known(word));
        var notice = new Notice(Tone.WARN, say(key), say(key + ".next"));
        notice.getElement()
                .setAttribute("role", "alert")
                .setAttribute("tabindex", "-1")
                .executeJs("setTimeout(() => this.focus())");
        add(notice);
        if (isRefused) {
            var leave = new Anchor(LEAVE, say("staff.proconnect.leave"));
            leave.setRouterIgnore(true);
            add(leave);
        }
    }

    private static String known(String word) {
        return switch (word) {
            case "abandon" -> "given-up";
            case "indisponible" -> "away";
            case "trop" -> "too-many";
            default -> "failed";
        };
    }

    private static String say(String key) {
        return I18NProvider.translate(key);
    }
}
