package fr.ondine.ui.claims;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ClaimKeyFormat;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.shell.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.HtmlUtils;

/** Where on the utility's invoice the numbers are: top right, as drawn beside the form that asks for them. */
class InvoicePicture extends Card {

    private static final int FIRST_LINE = 48;
    private static final int LINE = 40;

    InvoicePicture(TenantConfig utility) {
        super(say("claims.where"));
        add(new Html(drawing(printed(utility))));
        add(new Paragraph(say("claims.where.says")));
    }

    /** What is printed there that the form asks for. */
    private static List<Printed> printed(TenantConfig utility) {
        var lines = new ArrayList<Printed>();
        lines.add(new Printed(
                utility.words().contractNumber(), utility.contractNumbers().example()));
        var rule = utility.claims();
        if (rule.proofs().contains(Proof.CLAIM_KEY)) {
            var format = Objects.requireNonNull(rule.claimKey());
            lines.add(new Printed(Objects.requireNonNull(utility.words().claimKey()), format.display(example(format))));
        }
        if (rule.proofs().contains(Proof.INVOICE_NUMBER)) {
            lines.add(new Printed(
                    say("claims.proof.invoice-number"), utility.invoiceNumbers().example()));
        }
        return lines;
    }

    /** Letters and digits as they might fall. */
    private static String example(ClaimKeyFormat format) {
        var alphabet = format.alphabet();
        return IntStream.range(0, format.length())
                .mapToObj(index -> String.valueOf(alphabet.charAt((17 + index * 19) % alphabet.length())))
                .collect(Collectors.joining());
    }

    private static String drawing(List<Printed> lines) {
        var words = new StringBuilder();
        for (var index = 0; index < lines.size(); index++) {
            var y = FIRST_LINE + index * LINE;
            words.append("""
                    <text x="200" y="%d" font-size="14" fill="#4d5c6a">%s</text>\
                    <text x="200" y="%d" font-size="16" font-weight="700" fill="#16222e">%s</text>""".formatted(
                            y,
                            escaped(lines.get(index).label()),
                            y + 18,
                            escaped(lines.get(index).example())));
        }
        return """
                <div><svg viewBox="0 0 420 300" width="100%%" role="img" aria-label="%s">\
                <rect x="14" y="10" width="392" height="288" rx="6" fill="#fff" stroke="#b8c3cd"/>\
                <rect x="34" y="30" width="90" height="34" rx="4" fill="#d5dde5"/>\
                <rect x="34" y="80" width="120" height="8" fill="#e6ebf0"/>\
                <rect x="34" y="96" width="100" height="8" fill="#e6ebf0"/>\
                <rect x="186" y="26" width="206" height="%d" rx="8" fill="#fff" stroke="var(--brand)" stroke-width="3"/>\
                %s\
                <g fill="#e6ebf0"><rect x="34" y="172" width="352" height="10"/>\
                <rect x="34" y="194" width="352" height="10"/><rect x="34" y="216" width="290" height="10"/>\
                <rect x="34" y="252" width="352" height="10"/><rect x="34" y="274" width="230" height="10"/></g></svg></div>\
                """.formatted(escaped(say("claims.where.drawing")), LINE * lines.size() + 12, words);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String say(String key) {
        return I18NProvider.translate(key);
    }

    private record Printed(String label, String example) {}
}
