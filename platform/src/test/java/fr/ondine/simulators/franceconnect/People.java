package fr.ondine.simulators.franceconnect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whom one may be, in the order in which they became known. */
final class People {

    private final Map<String, Person> byName = new LinkedHashMap<>();

    synchronized void add(Person person) {
        byName.put(person.name(), person);
    }

    synchronized Person get(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    synchronized List<Person> all() {
        return List.copyOf(byName.values());
    }
}
