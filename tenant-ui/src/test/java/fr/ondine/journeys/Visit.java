package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.LongRun;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** A person's own browser window on one utility's portal. */
public final class Visit implements AutoCloseable {

    public static final int PHONE = 360;
    public static final int DESK = 1280;

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    public Visit(TenantId utility, int port, int width, ColorScheme colours) {
        this(utility.slug() + ".localhost", port, width, colours);
    }

    private Visit(String host, int port, int width, ColorScheme colours) {
        context = Chromium.shared()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setLocale("fr-FR")
                        .setColorScheme(colours));
        page = context.newPage();
        page.onConsoleMessage(this::note);
        origin = "http://" + host + ":" + port;
    }

    /** A window on the operators' console. */
    public static Visit atConsole(int port, int width, ColorScheme colours) {
        return new Visit("console.localhost", port, width, colours);
    }

    /** A phone, where less fits; in a long run a desk too. */
    static IntStream widths() {
        return LongRun.isAsked() ? IntStream.of(PHONE, DESK) : IntStream.of(PHONE);
    }

    public static Visit at(TenantId utility, int port) {
        return new Visit(utility, port, DESK, ColorScheme.LIGHT);
    }

    /** Opens a page and waits until it is live, not only readable. */
    public Page open(String path) {
        page.navigate(origin + path);
        page.locator("#outlet main h1").waitFor();
        page.locator("#first").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return page;
    }

    /** What the server sends for an address, as it is. */
    public Response answer(String path) {
        return page.navigate(origin + path);
    }

    /** The name of the session that this browser has; empty where it has none. */
    String session() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("session"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    public Page page() {
        return page;
    }

    private void note(ConsoleMessage said) {
        if (said.text().contains("Content Security Policy")) {
            refusals.add(said.text());
        }
    }

    /** How often the policy of a page has kept something from being done. */
    int refused() {
        return refusals.size();
    }

    /** What the policy of a page has kept from being done, for the last time. */
    List<String> refusals() {
        var told = List.copyOf(refusals);
        refusals.clear();
        return told;
    }

    /** No page of ours does what its own policy refuses. */
    @Override
    public void close() {
        context.close();
        assertThat(refusals()).isEmpty();
    }
}
