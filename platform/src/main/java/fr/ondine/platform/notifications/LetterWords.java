package fr.ondine.platform.notifications;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Sentences;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.tenantconfig.TenantConfig;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one letter, from {@code mails.properties} in the language of its reader: {@code {0}} is a value of
 * the letter, {@code {utility}} and its like are the utility's own words.
 */
final class LetterWords {

    static final String BUNDLE = "fr.ondine.platform.notifications.mails";

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+|\\d)}");

    private static final char NBSP = '\u00a0';

    private final Letter letter;
    private final TenantConfig utility;
    private final Writing writing;
    private final ResourceBundle bundle;

    LetterWords(Letter letter, TenantConfig utility) {
        this.letter = letter;
        this.utility = utility;
        var locale = utility.languages().getFirst();
        this.writing = new Writing(locale);
        this.bundle = Sentences.of(BUNDLE, locale);
    }

    Locale locale() {
        return writing.locale();
    }

    String subject() {
        return line("subject");
    }

    String title() {
        return line("title");
    }

    String text() {
        return words(letter.name() + ".text");
    }

    String button() {
        return words(letter.name() + ".button");
    }

    String refuse() {
        return words("layout.refuse");
    }

    String withoutButton() {
        return words("layout.without-button");
    }

    @Nullable
    String note() {
        var key = letter.name() + ".note";
        return bundle.containsKey(key) ? words(key) : null;
    }

    // a line break would begin another header of the mail
    private String line(String part) {
        return words(letter.name() + "." + part).replaceAll("\\s+", " ");
    }

    private String words(String key) {
        return PLACE.matcher(writing.typeset(bundle.getString(key)))
                .replaceAll(place -> Matcher.quoteReplacement(word(place.group(1))));
    }

    private String word(String place) {
        return switch (place) {
            case "utility" -> utility.name();
            case "portal" -> utility.words().portal();
            case "activate" -> utility.words().activate();
            case "claim" -> utility.words().claim();
            case "phone" -> utility.contact().mainPhone().number().value().replace(' ', NBSP);
            case "delete-account" -> utility.subscriberTexts().deleteAccount();
            default -> written(letter.values().get(Integer.parseInt(place)));
        };
    }

    private String written(Object value) {
        return switch (value) {
            case Instant instant -> writing.moment(instant, utility.zone());
            case EmailAddress address -> address.value();
            case Volume volume -> writing.volume(volume); // to the litre, as on paper
            default -> writing.any(value);
        };
    }
}
