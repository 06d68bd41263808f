package fr.ondine.platform.runs;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.Use;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What stands billed of the agreements of a chunk, gathered row by row. */
final class Pasts {

    /** A round of readings may take so many weeks beyond the end of a period; of invoices that came by import alone. */
    private static final int WEEKS_APART = 3;

    private final LocalDate until;
    private final Map<AgreementId, List<Standing>> invoices = new HashMap<>();
    private final Map<UUID, List<Billed>> meters = new HashMap<>();
    private final Map<UUID, List<BillLine>> lines = new HashMap<>();
    private final Set<UUID> ofWater = new HashSet<>();
    private final Map<UUID, LocalDate> standingFrom = new HashMap<>();

    /** Of a run for a period until that day. */
    Pasts(LocalDate until) {
        this.until = until;
    }

    /** Whether what an invoice asked for use can be told from its lines. */
    enum Doubt {
        NONE,
        /** It came by import; some of its lines have to count cubic metres. */
        UNLESS_COUNTED,
        /** A credit note took a part of it back. */
        OF_ALL
    }

    /** An invoice that no credit note takes back whole. */
    record Standing(UUID id, boolean isEstimated, Period period, LocalDate issuedOn, String number, Doubt doubt) {

        /** About the end of its period, and not after it was written: nobody bills what is not read yet. */
        boolean mayHaveBilled(Reading reading) {
            return !reading.isEstimated()
                    && !reading.readOn().isAfter(issuedOn)
                    && reading.readOn().isBefore(period.until().plusWeeks(WEEKS_APART));
        }

        boolean isByReading() {
            return !isEstimated;
        }
    }

    /** What an invoice says of one meter. */
    record Billed(Reading from, Reading reading, Use use) {}

    void add(AgreementId agreement, Standing invoice) {
        invoices.computeIfAbsent(agreement, key -> new ArrayList<>()).add(invoice);
    }

    void add(UUID invoice, Billed meter) {
        meters.computeIfAbsent(invoice, key -> new ArrayList<>()).add(meter);
    }

    void add(UUID invoice, BillLine line) {
        lines.computeIfAbsent(invoice, key -> new ArrayList<>()).add(line);
    }

    /** Some of what it asks for is for water, counted or not. */
    void isOfWater(UUID invoice) {
        ofWater.add(invoice);
    }

    void add(UUID invoice, LocalDate standing) {
        standingFrom.merge(invoice, standing, (one, other) -> one.isBefore(other) ? one : other);
    }

    UUID[] byReading() {
        return ids(invoices.values().stream().flatMap(List::stream).filter(Standing::isByReading));
    }

    /** Those that no later invoice by a reading has set right. */
    UUID[] estimates() {
        return ids(invoices.values().stream().flatMap(all -> since(before(all)).stream()));
    }

    UUID[] following() {
        return ids(invoices.values().stream().flatMap(all -> after(all).stream()));
    }

    private static UUID[] ids(Stream<Standing> invoices) {
        return invoices.map(Standing::id).toArray(UUID[]::new);
    }

    private List<Standing> before(List<Standing> all) {
        return all.stream()
                .filter(invoice -> invoice.period().from().isBefore(until))
                .toList();
    }

    private List<Standing> after(List<Standing> all) {
        return all.stream()
                .filter(invoice -> !invoice.period().from().isBefore(until))
                .toList();
    }

    private static List<Standing> since(List<Standing> all) {
        var last = all.reversed().stream().takeWhile(Standing::isEstimated).toList();
        return last.reversed();
    }

    Past of(AgreementId agreement, List<Reading> readings) {
        var standing = invoices.getOrDefault(agreement, List.of());
        var all = before(standing);
        var seen = all.stream().filter(invoice -> !invoice.isEstimated()).toList();
        return new Past(
                all.stream().map(invoice -> invoice.period().until()).max(Comparator.naturalOrder()),
                seen.stream().map(invoice -> invoice.period().until()).max(Comparator.naturalOrder()),
                seen.isEmpty() ? Optional.empty() : billed(seen.getLast(), readings),
                seen.stream()
                        .flatMap(invoice -> meters.getOrDefault(invoice.id(), List.of()).stream())
                        .map(Billed::use)
                        .toList(),
                since(all).stream()
                        .flatMap(invoice -> lines.getOrDefault(invoice.id(), List.of()).stream())
                        .toList(),
                since(all).stream()
                        .filter(this::isDoubted)
                        .map(Standing::number)
                        .findFirst(),
                following(after(standing)));
    }

    private boolean isDoubted(Standing estimate) {
        return switch (estimate.doubt()) {
            case NONE -> false;
            case UNLESS_COUNTED -> !isCounted(estimate.id());
            case OF_ALL -> true;
        };
    }

    /** Levies, and sewerage beside water, may be counted where the water is not. */
    private boolean isCounted(UUID estimate) {
        var section = ofWater.contains(estimate) ? InvoiceSection.WATER : InvoiceSection.SEWERAGE;
        return lines.getOrDefault(estimate, List.of()).stream().anyMatch(line -> line.section() == section);
    }

    private Optional<Following> following(List<Standing> after) {
        return after.stream()
                .min(Comparator.comparing(Standing::isEstimated)
                        .thenComparing(invoice -> invoice.period().from()))
                .map(first -> new Following(
                        after.stream()
                                .map(this::standingFrom)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        first.isByReading(),
                        first.period(),
                        meters.getOrDefault(first.id(), List.of()).stream()
                                .map(Billed::from)
                                .min(Comparator.comparing(Reading::readOn))));
    }

    private LocalDate standingFrom(Standing invoice) {
        return standingFrom.getOrDefault(invoice.id(), invoice.period().from());
    }

    /** The last reading that it says; of one that came by import, the last one that it may have billed. */
    private Optional<Reading> billed(Standing invoice, List<Reading> readings) {
        var said = meters.getOrDefault(invoice.id(), List.of());
        return said.isEmpty()
                ? readings.stream().filter(invoice::mayHaveBilled).max(Comparator.comparing(Reading::readOn))
                : said.stream().map(Billed::reading).max(Comparator.comparing(Reading::readOn));
    }
}
