package fr.ondine.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import fr.ondine.bench.BenchPortal.Reader;
import fr.ondine.journeys.Visit;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What a real browser is sent at its first visit, and what a signed-in person's open dashboard keeps in memory. */
record BrowserBench(BenchPortal portal) {

    private static final int SESSIONS = 40;

    void run() {
        PortalBench.print("\"first_page_bytes\":%d", firstPage());
        var people = portal.readers(SESSIONS + 1);
        visit(people.getFirst()).close();
        var before = usedHeap();
        var visits = people.stream().skip(1).map(this::visit).toList();
        var bytes = (usedHeap() - before) / SESSIONS;
        PortalBench.print("\"session_bytes\":%d,\"sessions\":%d", bytes, SESSIONS);
        visits.forEach(Visit::close);
    }

    private long firstPage() {
        try (var visit = Visit.at(BenchPortal.SIEGVO, portal.port())) {
            var bytes = new AtomicLong();
            var protocol = visit.page().context().newCDPSession(visit.page());
            protocol.on("Network.loadingFinished", event -> bytes.addAndGet(length(event)));
            protocol.send("Network.enable");
            visit.open("/").waitForLoadState(LoadState.NETWORKIDLE);
            return bytes.get();
        }
    }

    private static long length(JsonObject event) {
        return event.get("encodedDataLength").getAsLong();
    }

    private Visit visit(Reader reader) {
        var visit = Visit.at(BenchPortal.SIEGVO, portal.port());
        var value = Base64.getEncoder().encodeToString(reader.session().getBytes(StandardCharsets.UTF_8));
        visit.page()
                .context()
                .addCookies(List.of(new Cookie("session", value)
                        .setDomain(BenchPortal.SIEGVO.slug() + ".localhost")
                        .setPath("/")));
        visit.open("/tableau-de-bord");
        return visit;
    }

    private static long usedHeap() {
        for (var time = 0; time < 3; time++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
