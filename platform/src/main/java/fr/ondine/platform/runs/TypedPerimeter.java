package fr.ondine.platform.runs;

import fr.ondine.platform.runs.RunFault.About;
import java.util.List;
import java.util.Locale;

/**
 * What was typed of a perimeter.
 *
 * @param unknown lines that name nothing here
 */
record TypedPerimeter(Perimeter perimeter, List<String> unknown) {

    private static final int SHOWN = 5;

    List<RunFault> faults() {
        var reason = perimeter.kind().name().toLowerCase(Locale.ROOT);
        if (!unknown.isEmpty()) {
            var some = String.join(", ", unknown.subList(0, Math.min(SHOWN, unknown.size())));
            return List.of(RunFault.of(About.PERIMETER, reason + "-unknown", some, unknown.size()));
        }
        return perimeter.kind() != Perimeter.Kind.ALL && perimeter.of().isEmpty()
                ? List.of(RunFault.of(About.PERIMETER, reason + "-empty"))
                : List.of();
    }
}
