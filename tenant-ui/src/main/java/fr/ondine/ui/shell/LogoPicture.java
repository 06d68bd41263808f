package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Image;
import fr.ondine.tenantconfig.Logo;

/** A utility's logo, with its room left free until it is there. What it says must stand beside it. */
public class LogoPicture extends Image {

    public LogoPicture(Logo logo) {
        super(logo.path(), "");
        addClassName("logo");
        getElement().setAttribute("width", "" + logo.width()).setAttribute("height", "" + logo.height());
    }
}
