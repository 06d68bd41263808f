package fr.ondine.demo;

import fr.ondine.demo.data.DemoOldLogin;
import fr.ondine.demo.data.DemoSubscriber;
import fr.ondine.demo.data.DemoSubscribers;
import fr.ondine.demo.data.DemoUtility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The paper invoices on the demonstration's table: what a visitor needs to claim a contract. */
final class PaperInvoices {

    private static final int SHOWN = 4;

    private final DemoState state;
    private final Map<String, DemoSubscribers> known = new ConcurrentHashMap<>();

    PaperInvoices(DemoState state) {
        this.state = state;
    }

    List<DemoSubscriber> of(String slug) {
        return subscribers(slug).withPaperInvoice().stream().limit(SHOWN).toList();
    }

    /** Logins of the former portal to try. */
    List<DemoOldLogin> oldLogins(String slug) {
        return subscribers(slug).withOldLogin().stream().limit(SHOWN).toList();
    }

    /** The PDF under an address like {@code siegvo/1.pdf}. */
    Optional<byte[]> pdf(String address) {
        var parts = address.split("[/.]");
        if (parts.length != 3 || !parts[1].matches("[1-9]") || !isKnown(parts[0])) {
            return Optional.empty();
        }
        return of(parts[0]).stream()
                .skip(Integer.parseInt(parts[1]) - 1L)
                .findFirst()
                .map(subscriber -> subscribers(parts[0]).paperInvoice(subscriber));
    }

    private static boolean isKnown(String slug) {
        return List.of(DemoUtility.values()).stream()
                .anyMatch(utility -> utility.slug().equals(slug));
    }

    private DemoSubscribers subscribers(String slug) {
        return known.computeIfAbsent(slug, name -> DemoSubscribers.of(DemoUtility.of(name), state.dataDay()));
    }
}
