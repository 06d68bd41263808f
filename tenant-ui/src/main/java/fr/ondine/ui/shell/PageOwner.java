package fr.ondine.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.ondine.platform.tenancy.PlatformVault;
import org.springframework.stereotype.Component;

/** Marks a page with whose it is, so that what somebody typed is put back for nobody else (portal.js). */
@Component
class PageOwner implements VaadinServiceInitListener {

    private static final String NOBODY = "nobody";
    private static final int DIGITS = 16;

    private final transient PlatformVault vault;

    PageOwner(PlatformVault vault) {
        this.vault = vault;
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource()
                .addUIInitListener(created -> created.getUI().getElement().setAttribute("data-whose", owner()));
    }

    /** A keyed digest: no page shows the id of an account. */
    private String owner() {
        var person = VaadinRequest.getCurrent().getUserPrincipal();
        return person == null
                ? NOBODY
                : vault.mac("pages", "whose", person.getName()).substring(0, DIGITS);
    }
}
