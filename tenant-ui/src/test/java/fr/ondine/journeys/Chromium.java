package fr.ondine.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The one browser of a test run; ONDINE_CHROMIUM names it where it is not found by itself. */
final class Chromium {

    private Chromium() {}

    static Browser shared() {
        return Shared.BROWSER;
    }

    private static Path executable() {
        return Stream.of(
                        System.getenv("ONDINE_CHROMIUM"),
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no Chromium was found: install it, or name it in ONDINE_CHROMIUM"));
    }

    private static final class Shared {

        static final Browser BROWSER = start();

        private static Browser start() {
            var playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of(
                            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1",
                            "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            // without its sandbox, which a container's root may not use: it only opens our own pages
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setHeadless(true)
                            .setChromiumSandbox(false)
                            .setArgs(List.of("--disable-dev-shm-usage")));
        }
    }
}
