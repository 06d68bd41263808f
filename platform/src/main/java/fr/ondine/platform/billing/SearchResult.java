package fr.ondine.platform.billing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import fr.ondine.platform.customers.AgreementId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a search found, by what it was found. */
public record SearchResult(List<FoundGroup> groups) {

    public SearchResult {
        groups = List.copyOf(groups);
    }

    /** At most {@code shown} contracts of each group, each once. */
    static SearchResult of(List<Found> rows, int shown) {
        return new SearchResult(rows.stream().collect(groupingBy(Found::by, TreeMap::new, toList())).entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue(), shown))
                .toList());
    }

    private static FoundGroup group(FoundBy by, List<Found> rows, int shown) {
        var once = rows.stream()
                .collect(toMap(
                        row -> row.agreement().id(),
                        Function.identity(),
                        SearchResult::better,
                        LinkedHashMap<AgreementId, Found>::new))
                .values();
        return new FoundGroup(by, best(once, shown), once.size() > shown);
    }

    private static Found better(Found one, Found other) {
        return one.isExact() ? one : other;
    }

    private static List<Found> best(Collection<Found> rows, int shown) {
        return rows.stream()
                .sorted(Comparator.comparing((Found row) -> !row.isExact())
                        .thenComparing(row -> row.agreement().isOver()))
                .limit(shown)
                .toList();
    }

    /** The one contract that the whole of a number, a meter or an address was typed of; empty where there are several. */
    public Optional<AgreementId> only() {
        var exact = rows().filter(Found::isExact)
                .map(row -> row.agreement().id())
                .distinct()
                .limit(2)
                .toList();
        return exact.size() == 1 ? Optional.of(exact.getFirst()) : Optional.empty();
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Each contract once, however it was found. */
    public List<FoundAgreement> agreements() {
        return rows().map(Found::agreement).distinct().toList();
    }

    /** Whether there is more than is shown of anything. */
    public boolean hasMore() {
        return groups.stream().anyMatch(FoundGroup::hasMore);
    }

    private Stream<Found> rows() {
        return groups.stream().flatMap(group -> group.rows().stream());
    }
}
