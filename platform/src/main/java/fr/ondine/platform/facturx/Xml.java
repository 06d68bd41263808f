package fr.ondine.platform.facturx;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements one after another; those without a text are left out. */
final class Xml {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    private final XMLStreamWriter out;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    /** A document with such a root. */
    static byte[] document(String root, Map<String, String> namespaces, Consumer<Xml> content) {
        var bytes = new ByteArrayOutputStream();
        written(() -> {
            var out = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement(root);
            for (var namespace : namespaces.entrySet()) {
                out.writeAttribute("xmlns:" + namespace.getKey(), namespace.getValue());
            }
            content.accept(new Xml(out));
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        });
        return bytes.toByteArray();
    }

    void in(String name, Runnable content) {
        written(() -> out.writeStartElement(name));
        content.run();
        written(out::writeEndElement);
    }

    void text(String name, @Nullable String text) {
        element(name, text, () -> {});
    }

    void text(String name, @Nullable String text, String attribute, String value) {
        element(name, text, () -> out.writeAttribute(attribute, value));
    }

    /** In the form 102: year, month and day. */
    void day(String name, String type, LocalDate day) {
        in(name, () -> text(type + ":DateTimeString", DateTimeFormatter.BASIC_ISO_DATE.format(day), "format", "102"));
    }

    void period(@Nullable Period period) {
        if (period != null) {
            in("ram:BillingSpecifiedPeriod", () -> {
                day("ram:StartDateTime", "udt", period.from());
                day("ram:EndDateTime", "udt", period.lastDay());
            });
        }
    }

    static String number(Money money) {
        return money.amount().toPlainString();
    }

    static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private void element(String name, @Nullable String text, Step attributes) {
        if (text != null && !text.isBlank()) {
            written(() -> {
                out.writeStartElement(name);
                attributes.write();
                out.writeCharacters(legible(text));
                out.writeEndElement();
            });
        }
    }

    /** Without signs that no XML may hold. */
    private static String legible(String text) {
        return text.strip().replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
    }

    private static void written(Step step) {
        try {
            step.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // into memory
        }
    }

    private interface Step {
        void write() throws XMLStreamException;
    }
}
