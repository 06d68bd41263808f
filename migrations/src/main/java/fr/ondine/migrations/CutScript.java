package fr.ondine.migrations;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The script that makes a schema from empty, cut at its change sets: so a schema can stop at a state of the past. */
record CutScript(String head, Map<String, String> changeSets) {

    private static final Pattern CUT = Pattern.compile("(?m)^(?=-- Changeset )");
    private static final Pattern NAME = Pattern.compile("-- Changeset (.+)::(.+)::(.+)");

    static CutScript of(String script) {
        var pieces = CUT.split(script);
        var changeSets = new LinkedHashMap<String, String>();
        for (var piece : List.of(pieces).subList(1, pieces.length)) {
            var name = NAME.matcher(piece.lines().findFirst().orElse(""));
            if (!name.matches()) {
                throw new MigrationFailed("a change set without a name");
            }
            changeSets.put(name.group(1) + " " + name.group(3) + " " + name.group(2), piece);
        }
        return new CutScript(pieces[0], changeSets);
    }

    /** Leads from empty to the state of those who have received these change sets. */
    String upTo(Collection<String> applied) {
        return head + parts(applied::contains);
    }

    /** Leads from there to the end. */
    String after(Collection<String> applied) {
        return parts(name -> !applied.contains(name));
    }

    private String parts(Predicate<String> wanted) {
        return changeSets.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }
}
