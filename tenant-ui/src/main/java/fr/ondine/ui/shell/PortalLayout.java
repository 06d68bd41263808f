package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** The frame of the pages of a person who is signed in: with the menu, and the way out at the end of each. */
@RolesAllowed("SUBSCRIBER")
public class PortalLayout extends Frame {

    /** Which has the way out beside its heading. */
    private static final String ACCOUNT = Tab.ACCOUNT.path();

    private final Tabs tabs;
    private final Div leave = new Div();
    private final transient @Nullable AuthenticationContext authentication;

    @org.springframework.beans.factory.annotation.Autowired
    protected PortalLayout(Tenants tenants, Branding branding, AuthenticationContext authentication) {
        this(tenants, branding, new Tabs(), authentication);
        leave.add(Button.link(getTranslation("shell.sign-out")).onPress(authentication::logout));
        leave.addClassName("leave");
        atTheEnd(leave);
    }

    /** Of a page that only shows what one is: nobody leaves it. */
    protected PortalLayout(Tenants tenants, Branding branding) {
        this(tenants, branding, new Tabs(), null);
    }

    private PortalLayout(
            Tenants tenants, Branding branding, Tabs tabs, @Nullable AuthenticationContext authentication) {
        super(tenants, branding, "portal", tabs);
        this.tabs = tabs;
        this.authentication = authentication;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrival) {
        super.afterNavigation(arrival);
        tabs.arrivedAt(inMenu(arrival.getLocation()));
        leave.setVisible(TenantContext.looking().isEmpty()
                && !arrival.getLocation().getPath().equals(ACCOUNT));
        if (hasJustActivated()) {
            tell(Notice.plain(Tone.GOOD, getTranslation("shell.activated")).announced());
        }
    }

    private boolean hasJustActivated() {
        return authentication != null
                && authentication
                        .getAuthenticatedUser(CurrentUser.class)
                        .filter(person -> JustActivated.take(person.address()))
                        .isPresent();
    }

    /** Which page the menu shows as the present one. */
    protected Location inMenu(Location arrivedAt) {
        return arrivedAt;
    }
}
