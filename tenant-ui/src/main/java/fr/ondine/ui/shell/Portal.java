package fr.ondine.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import fr.ondine.platform.tenancy.Realm;
import fr.ondine.platform.tenancy.Tenants;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The head of every page: one design, then the brand of the utility whose host was asked, or the console's own. */
@Component
@StyleSheet("portal.css")
public class Portal implements AppShellConfigurator {

    /** Ondine's own mark: two waves. */
    static final String CONSOLE_ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'%3E"
                    + "%3Crect width='64' height='64' rx='17' fill='%2333475b'/%3E%3Cpath d='M12 28c7-7 13-7 20 0s13 7 20 0M12 42c7-7 13-7"
                    + " 20 0s13 7 20 0' fill='none' stroke='%23fff' stroke-width='6' stroke-linecap='round'/%3E%3C/svg%3E";

    private final transient Tenants tenants;
    private final transient Branding branding;

    Portal(Tenants tenants, Branding branding) {
        this.tenants = tenants;
        this.branding = branding;
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addMetaTag("format-detection", "telephone=no");
        if (Realm.isConsole()) {
            console(settings);
        } else {
            utility(settings);
        }
    }

    private static void console(AppShellSettings settings) {
        settings.setPageTitle("Ondine");
        settings.addLink("/console.css", Map.of("rel", "stylesheet"));
        settings.addLink(CONSOLE_ICON, Map.of("rel", "icon", "type", "image/svg+xml"));
    }

    private void utility(AppShellSettings settings) {
        var utility = tenants.current();
        var files = branding.of(utility);
        settings.setPageTitle(utility.name());
        settings.addLink(files.path("css"), Map.of("rel", "stylesheet"));
        settings.addLink(files.path("svg"), Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addLink(files.path("webmanifest"), Map.of("rel", "manifest"));
        settings.addMetaTag("theme-color", utility.brand().colour().hex());
    }
}
