package fr.ondine.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LateIdsTests {

    private final LateIds first = new LateIds();
    private final LateIds second = new LateIds();

    @Test
    void who_is_given_them_first_has_the_lower_ones_whoever_asked_first() {
        var mine = List.of(first.next(), first.next());
        var others = List.of(second.next(), second.next());

        var given = second.give();
        var later = first.give();

        assertThat(Stream.concat(others.stream().map(given::of), mine.stream().map(later::of))
                        .map(UUID::toString))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_text_says_them_wherever_they_were_stood_for_and_nothing_else_of_it_changes() {
        var one = first.next();
        var two = first.next();
        var other = second.next();
        var text = new StringBuilder("é\t%s\tinvoice:%s\n%s\t%s\\N%s".formatted(one, two, one, other, two));

        var given = first.give();

        assertThat(given.in(text))
                .hasToString("é\t%s\tinvoice:%s\n%s\t%s\\N%s"
                        .formatted(given.of(one), given.of(two), given.of(one), other, given.of(two)));
    }

    @Test
    void a_text_without_any_stays_as_it_is() {
        assertThat(first.give().in(new StringBuilder("rien"))).hasToString("rien");
    }
}
