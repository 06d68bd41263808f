package fr.ondine.ui.shell;

import fr.ondine.platform.tenancy.Tenants;

/** The frame of the pages that everybody may read: no menu. */
public class PublicLayout extends Frame {

    PublicLayout(Tenants tenants, Branding branding) {
        super(tenants, branding, "public");
    }
}
