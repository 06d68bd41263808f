package fr.ondine.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import fr.ondine.platform.tenancy.Tenants;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The head of every page: one design, then the brand of the utility whose host was asked. */
@Component
@StyleSheet("portal.css")
public class Portal implements AppShellConfigurator {

    private final transient Tenants tenants;
    private final transient Branding branding;

    Portal(Tenants tenants, Branding branding) {
        this.tenants = tenants;
        this.branding = branding;
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        var utility = tenants.current();
        var files = branding.of(utility);
        settings.setPageTitle(utility.name());
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addLink(files.path("css"), Map.of("rel", "stylesheet"));
        settings.addLink(files.path("svg"), Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addLink(files.path("webmanifest"), Map.of("rel", "manifest"));
        settings.addMetaTag("theme-color", utility.brand().colour().hex());
        settings.addMetaTag("format-detection", "telephone=no");
    }
}
