package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import fr.ondine.platform.tenancy.Looking;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What all pages have around them: the way past the menu, the utility's name, the page itself, who to call. */
@JsModule("context://portal.js")
public abstract class Frame extends Div implements RouterLayout, AfterNavigationObserver {

    private static final String CONTENT = "contenu";

    private final Anchor skip;
    private final Main content = new Main();
    private final Aside told = new Aside();
    private final ZoneId zone;

    protected Frame(Tenants tenants, Branding branding, String kind, Component... menu) {
        this(
                Letterhead.current(tenants, branding),
                TenantContext.isBound() ? tenants.current().zone() : ZoneOffset.UTC,
                kind,
                menu);
    }

    /** The frame of a page of the operators' console. */
    protected Frame(String kind, Component... menu) {
        this(Letterhead.ondine(), ZoneOffset.UTC, kind, menu);
    }

    private Frame(Letterhead letterhead, ZoneId zone, String kind, Component... menu) {
        this.zone = zone;
        addClassNames("shell", kind);
        skip = new Anchor("#" + CONTENT, getTranslation("shell.skip"));
        skip.setRouterIgnore(true);
        skip.addClassName("skip");
        skip.getElement().setAttribute("data-focus", CONTENT);
        content.setId(CONTENT);
        content.getElement().setAttribute("tabindex", "-1");
        var inside = new Div(letterhead.brand());
        inside.add(menu);
        inside.addClassName("inside");
        var top = new Header(inside);
        top.addClassName("top");
        told.addClassName("told");
        add(skip, top, told, new PutBack(), content);
        letterhead.foot().ifPresent(this::add);
    }

    /** Of the page, before whom to call. */
    final void atTheEnd(Component part) {
        addComponentAtIndex(indexOf(content) + 1, part);
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.getElement().appendChild(page.getElement());
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement page) {
        content.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrival) {
        var location = arrival.getLocation();
        skip.setHref("/" + location.getPathWithQueryParameters() + "#" + CONTENT);
        readHeadingOut(location.getPath());
        tellWhetherReadOnly();
    }

    /** Above the page, until the next one. */
    final void tell(Notice notice) {
        told.add(notice);
        told.setVisible(true);
    }

    private void tellWhetherReadOnly() {
        var looking = TenantContext.looking();
        told.removeAll();
        told.setVisible(TenantContext.isReading() || looking.isPresent());
        looking.ifPresent(seen -> told.add(banner(seen)));
        if (TenantContext.isReading()) {
            told.add(new Notice(Tone.WARN, getTranslation("shell.reading"), getTranslation("shell.reading.what")));
        }
    }

    private Notice banner(Looking seen) {
        var back = new Anchor(seen.back(), getTranslation("shell.looking.end"));
        back.setRouterIgnore(true);
        var notice = new Notice(
                Tone.WARN,
                getTranslation("shell.looking", seen.whose()),
                getTranslation("shell.looking.what", Written.here().moment(seen.until(), zone)));
        notice.add(new Paragraph(back));
        return notice;
    }

    /** A new page begins at its heading for a screen reader; another contract on the same page leaves the focus alone. */
    private void readHeadingOut(String path) {
        var ui = UI.getCurrentOrThrow();
        var before = (Arrival) ComponentUtil.getData(ui, Arrival.class.getName());
        ComponentUtil.setData(ui, Arrival.class.getName(), new Arrival(path));
        if (before != null && !before.path().equals(path)) {
            getElement().executeJs("const h = this.querySelector('main h1'); if (h) { h.tabIndex = -1; h.focus(); }");
        }
    }

    private record Arrival(String path) implements java.io.Serializable {}
}
