package fr.ondine.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration's own addresses: its page, the mails, the paper invoices, whether it is ready. */
final class DemoSite {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MAIL = "/demo/mails/";
    private static final String INVOICE = "/demo/factures/";

    private final Surroundings surroundings;
    private final ApplicationAvailability availability;
    private final PaperInvoices invoices;
    private final DemoPage page = new DemoPage();

    DemoSite(Surroundings surroundings, ApplicationAvailability availability) {
        this.surroundings = surroundings;
        this.availability = availability;
        this.invoices = new PaperInvoices(surroundings.state());
    }

    DemoAnswer answer(String path, @Nullable String recipient) {
        return switch (path) {
            case "/" -> DemoAnswer.page(page.render(surroundings, invoices));
            case "/demo.css" -> resource("/fr/ondine/demo/demo.css", "text/css");
            case "/demo/couleurs.css" -> DemoAnswer.text(200, "text/css", page.colours());
            case "/portal.css" -> resource("/META-INF/resources/portal.css", "text/css");
            case "/demo/mails" -> DemoAnswer.text(200, "application/json", mails(recipient));
            case "/actuator/health/readiness" -> readiness();
            default -> inFolder(path);
        };
    }

    private DemoAnswer inFolder(String path) {
        if (path.startsWith(MAIL)) {
            return surroundings
                    .mails()
                    .find(path.substring(MAIL.length()))
                    .map(DemoSite::shown)
                    .orElseGet(DemoAnswer::notFound);
        }
        if (path.startsWith(INVOICE)) {
            return invoices.pdf(path.substring(INVOICE.length()))
                    .map(pdf -> DemoAnswer.bytes("application/pdf", pdf))
                    .orElseGet(DemoAnswer::notFound);
        }
        return DemoAnswer.notFound();
    }

    private static DemoAnswer shown(CaughtMail mail) {
        return mail.html().isEmpty() ? DemoAnswer.text(200, "text/plain", mail.text()) : DemoAnswer.mail(mail.html());
    }

    private String mails(@Nullable String recipient) {
        var mails = surroundings.mails();
        return JSON.writeValueAsString(
                Optional.ofNullable(recipient).map(mails::to).orElseGet(mails::all));
    }

    private DemoAnswer readiness() {
        var isReady = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        var status = isReady ? "UP" : "OUT_OF_SERVICE";
        return DemoAnswer.text(isReady ? 200 : 503, "application/json", "{\"status\":\"" + status + "\"}");
    }

    private static DemoAnswer resource(String name, String type) {
        try (var content = DemoSite.class.getResourceAsStream(name)) {
            return content == null ? DemoAnswer.notFound() : DemoAnswer.bytes(type, content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
