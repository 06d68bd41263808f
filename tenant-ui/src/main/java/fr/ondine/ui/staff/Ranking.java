package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.configuration.ChoiceWords;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Several of a kind in the order that counts: each place is a list to choose from, and may be left empty. */
final class Ranking<E extends Enum<E>> {

    private final List<Choice<Optional<E>>> places = new ArrayList<>();

    private final String path;

    /** Labels are the text of {@code words} with the place; the choices are those of a place in the configuration. */
    Ranking(String words, String path, E[] all, List<E> chosen) {
        this.path = path;
        var options = Stream.concat(
                        Stream.of(Optional.<E>empty()), Stream.of(all).map(Optional::of))
                .toList();
        for (var at = 0; at < all.length; at++) {
            var place = new Choice<>(
                    words.substring(words.lastIndexOf('.') + 1) + "-" + (at + 1),
                    I18NProvider.translate(words, at + 1),
                    options,
                    one -> one.map(named -> ChoiceWords.of(path, named))
                            .orElseGet(() -> I18NProvider.translate("staff.claims.none")));
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

    /** Where a refusal of a value is said; of the whole, at the first place. */
    Map<String, Field> at() {
        var fields = new LinkedHashMap<String, Field>();
        places.stream()
                .filter(place -> place.value().isPresent())
                .forEach(place -> fields.put(path + "[" + (fields.size() + 1) + "]", place));
        fields.put(path, places.getFirst());
        return fields;
    }
}
