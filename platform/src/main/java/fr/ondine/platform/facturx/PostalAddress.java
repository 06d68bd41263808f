package fr.ondine.platform.facturx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address in France; of one that nobody took apart, all is in its lines. */
public record PostalAddress(
        List<String> lines,
        @Nullable String postcode,
        @Nullable String city) {

    /** As many as EN 16931 has. */
    private static final int LINES = 3;

    public PostalAddress {
        lines = lines.stream().filter(line -> !line.isBlank()).limit(LINES).toList();
    }

    void write(Xml xml) {
        xml.in("ram:PostalTradeAddress", () -> {
            xml.text("ram:PostcodeCode", postcode);
            var names = List.of("ram:LineOne", "ram:LineTwo", "ram:LineThree");
            for (var at = 0; at < lines.size(); at++) {
                xml.text(names.get(at), lines.get(at));
            }
            xml.text("ram:CityName", city);
            xml.text("ram:CountryID", "FR");
        });
    }
}
