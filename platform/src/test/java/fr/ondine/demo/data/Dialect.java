package fr.ondine.demo.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How a billing software writes its CSV: each utility of the demonstration has another habit. */
enum Dialect {
    FRENCH(';', ',', "dd/MM/uuuu", true),
    SEMICOLON(';', ',', "uuuu-MM-dd", false),
    COMMA(',', '.', "uuuu-MM-dd", false);

    private final char separator;
    private final char decimalMark;
    private final DateTimeFormatter dates;
    private final boolean byteOrderMark;

    Dialect(char separator, char decimalMark, String datePattern, boolean byteOrderMark) {
        this.separator = separator;
        this.decimalMark = decimalMark;
        this.dates = DateTimeFormatter.ofPattern(datePattern);
        this.byteOrderMark = byteOrderMark;
    }

    char separator() {
        return separator;
    }

    boolean byteOrderMark() {
        return byteOrderMark;
    }

    String write(LocalDate date) {
        return dates.format(date);
    }

    String write(BigDecimal number) {
        return number.toPlainString().replace('.', decimalMark);
    }
}
