package fr.ondine.platform.notifications;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The sentences of one letter, taken from {@code mails.properties} in the language of its reader. */
final class LetterWords {

    private final Letter letter;
    private final Locale locale;
    private final ResourceBundle bundle;

    LetterWords(Letter letter, Locale locale) {
        this.letter = letter;
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("fr.ondine.platform.notifications.mails", locale);
    }

    Locale locale() {
        return locale;
    }

    String subject() {
        return line("subject");
    }

    String title() {
        return line("title");
    }

    String text() {
        return words("text");
    }

    String button() {
        return words("button");
    }

    String withoutButton() {
        return bundle.getString("layout.without-button");
    }

    @Nullable
    String note() {
        return bundle.containsKey(letter.name() + ".note") ? words("note") : null;
    }

    // a line break would begin another header of the mail
    private String line(String part) {
        return words(part).replaceAll("\\s+", " ");
    }

    private String words(String part) {
        var sentence = bundle.getString(letter.name() + "." + part);
        return new MessageFormat(sentence, locale).format(letter.values().toArray());
    }
}
