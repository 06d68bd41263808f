package fr.ondine.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.ondine.platform.tenancy.PlatformVault;
import fr.ondine.platform.tenancy.TenantContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Marks a page with whose it is, so that what somebody typed is put back for nobody else (portal.js), and that it does
 * nothing for who opened it once somebody else has signed in ({@link PageElsewhere}): what it holds on to would be theirs.
 */
@Component
class PageOwner implements VaadinServiceInitListener {

    private static final String WHOSE = "data-whose";
    private static final String NOBODY = "nobody";
    private static final int DIGITS = 16;

    private final transient PlatformVault vault;

    PageOwner(PlatformVault vault) {
        this.vault = vault;
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource()
                .addUIInitListener(created -> created.getUI()
                        .getElement()
                        .setAttribute(WHOSE, mark(VaadinRequest.getCurrent().getUserPrincipal())));
    }

    /** Whether it is that person's; one that was nobody's becomes theirs who has signed in since. */
    boolean isOf(UI page, @Nullable Principal person) {
        var now = mark(person);
        if (NOBODY.equals(page.getElement().getAttribute(WHOSE))) {
            page.getElement().setAttribute(WHOSE, now);
        }
        return now.equals(page.getElement().getAttribute(WHOSE));
    }

    /** A keyed digest: no page shows the id of an account. Staff who look as somebody are not that person. */
    private String mark(@Nullable Principal person) {
        if (person == null) {
            return NOBODY;
        }
        var kind = TenantContext.looking().isPresent() ? "seen" : "whose";
        return vault.mac("pages", kind, person.getName()).substring(0, DIGITS);
    }
}
