package fr.ondine.ui.journal;

import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.staff.StaffRole;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the trail keeps of an act for programs, as a person reads it; what somebody typed stays as they typed it. */
final class JournalDetail {

    private static final List<Phrase> PHRASES = List.of(
            new Phrase("linked", "to (user:\\S+) by (\\S+)"),
            new Phrase("by", "by (\\S+)"),
            new Phrase("for", "for (.+)"),
            new Phrase("claims-closed", "(\\d+) waiting claims closed"),
            new Phrase("all-sessions", "every session was ended"),
            new Phrase("all-but-one", "all but one"),
            new Phrase("accepted", "accepted"),
            new Phrase("refused", "refused, (\\d+)"),
            new Phrase("pushed", "(\\d+) kept, (\\d+) already, (\\d+) refused"),
            new Phrase("in-all", "(\\S+) in all"),
            new Phrase("booked", "(\\S+), booked (\\S+)"),
            new Phrase("key-of", "the key is that of (.+)"),
            new Phrase("limit", "(\\d+) in (PT\\S+)"),
            new Phrase("instalments", "([\\d.]+) in (\\d+)"),
            new Phrase("used-twice", "used twice"),
            new Phrase("came-again", "(\\w+) came again"),
            new Phrase(
                    "rules",
                    "TariffRules\\[rating=RatingRules\\[rounding=(\\w+), dayCount=(\\w+), "
                            + "tierReset=(\\w+)], cap=(\\w+)]"),
            new Phrase("role", "(%1$s) (%1$s)".formatted(roles())),
            new Phrase("cap-passed", "(\\S+) (\\S+) % > (\\S+) %"),
            new Phrase("tariff-from", "([0-9a-f]{8})-[0-9a-f-]{27} (\\S+)"),
            new Phrase("proconnect-refused", "([a-z-]+), siret (\\S+), idp (\\S+)"),
            new Phrase("proconnect", "siret (\\S+), idp (\\S+)"),
            new Phrase("parked", "asked for (.+), provider holds (.+)"));

    private static final Set<String> SCOPES =
            Arrays.stream(ClientScope.values()).map(ClientScope::word).collect(Collectors.toSet());

    private static final Pattern WORD = Pattern.compile(
            "(?<moment>\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)|(?<day>\\b\\d{4}-\\d\\d-\\d\\d\\b)|(?<amount>\\b\\d+\\.\\d{2}\\b)"
                    + "|(?<time>\\bPT[\\dHMS]+\\b)"
                    + "|(?<thing>[a-z][a-z-]+:[0-9a-f-]{36})|(?<arrow> (?:->|>) )|(?<and>\\+(?=[A-Z]))"
                    + "|(?<name>\\b[A-Z][A-Z_]{2,}\\b)|(?<code>^[a-z]+(?:-[a-z]+)*$)");

    private final Writing written;
    private final ZoneId zone;
    private final Words words;

    JournalDetail(Writing written, ZoneId zone, Words words) {
        this.written = written;
        this.zone = zone;
        this.words = words;
    }

    String of(String detail) {
        var scopes = detail.split(" ");
        if (Arrays.stream(scopes).allMatch(SCOPES::contains)) {
            return Arrays.stream(scopes)
                    .map(scope -> words.say("journal.scope." + scope.replace(':', '-')))
                    .collect(Collectors.joining(", "));
        }
        return PHRASES.stream()
                .flatMap(phrase -> phrase.said(detail).stream())
                .map(said -> words.say(
                        "journal.detail." + said.key(),
                        said.parts().stream().map(this::worded).toArray()))
                .findFirst()
                .orElseGet(() -> worded(detail));
    }

    private String worded(String text) {
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found)));
    }

    /** A day or a time that is none was typed by somebody: nobody's words may keep the trail from being read. */
    private String word(MatchResult found) {
        try {
            return known(found);
        } catch (DateTimeException none) {
            return found.group();
        }
    }

    private String known(MatchResult found) {
        var text = found.group();
        return found.namedGroups().keySet().stream()
                .filter(kind -> found.group(kind) != null)
                .findFirst()
                .map(kind -> switch (kind) {
                    case "moment" -> written.shortMoment(Instant.parse(text), zone);
                    case "day" -> written.shortDate(LocalDate.parse(text));
                    case "time" -> lasting(Duration.parse(text));
                    case "amount" -> text.replace('.', ',');
                    case "thing" -> JournalWords.kindAndId(words, "journal.on.", text);
                    case "arrow" -> " → ";
                    case "and" -> " + ";
                    default -> JournalWords.orAsWritten(words, "journal.value." + text, text);
                })
                .orElse(text);
    }

    private static String roles() {
        return Arrays.stream(StaffRole.values()).map(Enum::name).collect(Collectors.joining("|"));
    }

    private String lasting(Duration time) {
        var inHours = time.toMinutesPart() == 0;
        return words.say(
                inHours ? "journal.detail.hours" : "journal.detail.minutes",
                inHours ? time.toHours() : time.toMinutes());
    }

    /** A sentence of the trail by its parts. */
    private record Phrase(String key, Pattern pattern) {

        Phrase(String key, String pattern) {
            this(key, Pattern.compile(pattern));
        }

        Optional<Said> said(String detail) {
            var match = pattern.matcher(detail);
            return match.matches()
                    ? Optional.of(new Said(
                            key,
                            IntStream.rangeClosed(1, match.groupCount())
                                    .mapToObj(match::group)
                                    .toList()))
                    : Optional.empty();
        }
    }

    private record Said(String key, List<String> parts) {}

    /** The sentences of the portal; a {@link java.util.MissingResourceException} where there is none. */
    interface Words {

        String say(String key, Object... values);
    }
}
