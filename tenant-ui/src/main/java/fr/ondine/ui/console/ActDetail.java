package fr.ondine.ui.console;

import static java.util.Map.entry;

import fr.ondine.platform.fleet.AuditedAct;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The detail of an act as a person reads it. Rows of the trail stay as they were written, for programs; one of a form that
 * is not known is shown as it is.
 */
final class ActDetail {

    private static final String PERMISSION = "(VIEW|OPERATE|ADMINISTER)";
    private static final String MOMENT = "(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)";

    private static final Form WHO_MAY = new Form("(\\S+) " + PERMISSION, Part.TEXT, Part.PERMISSION);
    private static final Form MOVED = new Form("(\\S+) to (\\S+)", Part.TEXT, Part.TEXT);
    private static final Map<String, Form> FORMS = Map.ofEntries(
            entry("operator invited", WHO_MAY),
            entry("operator invited again", WHO_MAY),
            entry("operator allowed", WHO_MAY),
            entry(
                    "key created",
                    new Form("(.+) " + PERMISSION + " until " + MOMENT, Part.TEXT, Part.PERMISSION, Part.MOMENT)),
            entry(
                    "limited",
                    new Form(
                            "(\\d+) requests/s, (\\d+) jobs, (\\d+) mails/day, (\\d+) MB",
                            Part.NUMBER,
                            Part.NUMBER,
                            Part.NUMBER,
                            Part.NUMBER)),
            entry("deletion asked for", new Form("possible after " + MOMENT, Part.MOMENT)),
            entry(
                    "export ended",
                    new Form("(\\d+) rows, (\\d+) documents, (\\d+) jobs", Part.NUMBER, Part.NUMBER, Part.NUMBER)),
            entry("everybody signed out", new Form("(\\d+) subscribers, (\\d+) staff", Part.NUMBER, Part.NUMBER)),
            entry("fleet migrated", new Form("(\\d+) migrated, (\\d+) failed", Part.NUMBER, Part.NUMBER)),
            entry("imported", new Form("from (\\S+) as of " + MOMENT, Part.TEXT, Part.MOMENT)),
            entry("configured", new Form("version (\\d+)", Part.NUMBER)),
            entry("move begun", MOVED),
            entry("moved", MOVED));

    private final Says says;

    ActDetail(Says says) {
        this.says = says;
    }

    /** A sentence by its key. */
    @FunctionalInterface
    interface Says {
        String text(String key, Object... arguments);
    }

    String of(AuditedAct act) {
        return of(act.action(), act.detail());
    }

    String of(String action, String detail) {
        return Optional.ofNullable(FORMS.get(action))
                .flatMap(form -> form.parts(detail, says))
                .map(parts -> says.text("console.detail." + action.replace(' ', '-'), parts.toArray()))
                .orElse(detail);
    }

    /** How a detail is written, and what each of its parts is. */
    private record Form(Pattern pattern, List<Part> kinds) {

        Form(String pattern, Part... kinds) {
            this(Pattern.compile(pattern), List.of(kinds));
        }

        Optional<List<Object>> parts(String detail, Says says) {
            var written = pattern.matcher(detail);
            return written.matches() ? parts(written.toMatchResult(), says) : Optional.empty();
        }

        private Optional<List<Object>> parts(MatchResult written, Says says) {
            try {
                return Optional.of(IntStream.range(0, kinds.size())
                        .mapToObj(index -> kinds.get(index).read(written.group(index + 1), says))
                        .toList());
            } catch (DateTimeException | NumberFormatException never) {
                return Optional.empty();
            }
        }
    }

    private enum Part {
        TEXT {
            @Override
            Object read(String written, Says says) {
                return written;
            }
        },
        NUMBER {
            @Override
            Object read(String written, Says says) {
                return Long.valueOf(written);
            }
        },
        MOMENT {
            @Override
            Object read(String written, Says says) {
                return Words.moment(Instant.parse(written));
            }
        },
        PERMISSION {
            @Override
            Object read(String written, Says says) {
                return says.text("console.permission." + written.toLowerCase(Locale.ROOT));
            }
        };

        abstract Object read(String written, Says says);
    }
}
