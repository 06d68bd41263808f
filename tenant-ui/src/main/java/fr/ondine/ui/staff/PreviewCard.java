package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import java.util.List;

/** Real pages of the portal with the draft, on a phone and on a wide screen. */
final class PreviewCard extends Card {

    private final IFrame phone = frame("phone");
    private final IFrame wide = frame("wide");
    private String path = "/";

    PreviewCard() {
        super(I18NProvider.translate("staff.preview"));
        var page = new Choice<>(
                "preview",
                I18NProvider.translate("staff.preview.page"),
                List.of("/", "/gestion/apercu", "/connexion", "/inscription", "/contact"),
                path -> I18NProvider.translate("staff.preview.page" + path.replace('/', '.')));
        page.onChoice(chosen -> {
            path = chosen;
            again();
        });
        add(page, framed("wide", wide), framed("phone", phone));
        addClassName("preview");
        again();
    }

    /** Shows the draft as it is now. */
    void again() {
        // another number each time, so that the browser asks again for what has changed
        var address = path + "?apercu=" + System.nanoTime();
        phone.setSrc(address);
        wide.setSrc(address);
    }

    private static Div framed(String size, IFrame frame) {
        var window = new Div(frame);
        window.addClassNames("window", size);
        return new Div(new H3(I18NProvider.translate("staff.preview." + size)), window);
    }

    private static IFrame frame(String size) {
        var frame = new IFrame();
        frame.setTitle(I18NProvider.translate("staff.preview." + size));
        return frame;
    }
}
