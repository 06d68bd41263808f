package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Sentences;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.kernel.Writing;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** The sentences of a report; the utility's staff read them. */
record Phrases(Locale language) {

    private static final String SENTENCES = "fr.ondine.platform.imports.messages";

    String of(DomainException why) {
        return of(why.code(), why.arguments().toArray());
    }

    String of(String code, Object... arguments) {
        return new MessageFormat(Sentences.of(SENTENCES, language).getString(code), language)
                .format(Arrays.stream(arguments).map(this::written).toArray());
    }

    private Object written(Object argument) {
        return switch (argument) {
            case Money amount -> new Writing(language).money(amount);
            case LocalDate day -> new Writing(language).date(day);
            case Volume register -> new Writing(language).volume(register);
            default -> argument;
        };
    }
}
