package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Several of a kind in the order that counts: each place is a list to choose from, and may be left empty. */
final class Ranking<E extends Enum<E>> {

    private final List<Choice<Optional<E>>> places = new ArrayList<>();

    /** Labels are the text of {@code words} with the place, choices that of {@code words} and their name. */
    Ranking(String words, E[] all, List<E> chosen) {
        var options = Stream.concat(
                        Stream.of(Optional.<E>empty()), Stream.of(all).map(Optional::of))
                .toList();
        for (var at = 0; at < all.length; at++) {
            var place = new Choice<>(
                    words.substring(words.lastIndexOf('.') + 1) + "-" + (at + 1),
                    I18NProvider.translate(words, at + 1),
                    options,
                    one -> I18NProvider.translate(
                            one.map(named -> words + "." + named.name().toLowerCase(Locale.ROOT))
                                    .orElse("staff.claims.none")));
            places.add(place.initially(at < chosen.size() ? Optional.of(chosen.get(at)) : Optional.empty()));
        }
    }

    Component[] fields() {
        return places.toArray(Component[]::new);
    }

    List<E> chosen() {
        return places.stream().map(Choice::value).flatMap(Optional::stream).toList();
    }

    /** Says something of what is chosen beside each place, and leaves one empty place in view. */
    void tell(Function<E, String> words) {
        places.forEach(place -> {
            place.help(place.value().map(words).orElse(""));
            place.getElement().setAttribute("hidden", place.value().isEmpty());
        });
        places.stream()
                .filter(place -> place.value().isEmpty())
                .findFirst()
                .ifPresent(room -> room.getElement().setAttribute("hidden", false));
    }

    /** Where a refusal of a value at a path is said; of the whole, at the first place. */
    Map<String, Field> at(String path) {
        var fields = new LinkedHashMap<String, Field>();
        places.stream()
                .filter(place -> place.value().isPresent())
                .forEach(place -> fields.put(path + "[" + (fields.size() + 1) + "]", place));
        fields.put(path, places.getFirst());
        return fields;
    }
}
