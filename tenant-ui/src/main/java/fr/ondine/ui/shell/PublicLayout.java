package fr.ondine.ui.shell;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.tenancy.Tenants;

/** The frame of the pages that everybody may read: no menu. */
@AnonymousAllowed
public class PublicLayout extends Frame {

    PublicLayout(Tenants tenants, Branding branding) {
        super(tenants, branding, "public");
    }
}
