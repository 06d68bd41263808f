package fr.ondine.platform.notifications;

import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Brand;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a letter into the words, the colours and the signature of the bound utility. */
@Component
class LetterWriter {

    private static final int WIDEST_LOGO = 176;
    private static final int HIGHEST_LOGO = 44;

    private final TemplateEngine layouts = LetterLayouts.engine();
    private final Tenants tenants;

    LetterWriter(Tenants tenants) {
        this.tenants = tenants;
    }

    WrittenLetter write(Letter letter) {
        var utility = tenants.current();
        var words = new LetterWords(letter, utility);
        var context = new Context(words.locale(), variables(letter, words));
        context.setVariable("utility", utility.name());
        context.setVariable("slogan", utility.slogan());
        context.setVariable("portal", tenants.origin());
        context.setVariable("refusal", refusal(letter, "/desabonnement"));
        context.setVariable("refuse", words.refuse());
        brand(context, utility.brand());
        context.setVariable("service", utility.contact().serviceName());
        context.setVariable("address", String.join(", ", utility.contact().postalAddress()));
        context.setVariable("phone", utility.contact().mainPhone().number().value());
        context.setVariable("call", utility.contact().mainPhone().number().link());
        context.setVariable("hours", String.join(", ", utility.contact().openingHours()));
        return new WrittenLetter(
                words.subject(),
                layouts.process("letter.html", context),
                plain(context),
                refusal(letter, "/webhooks/desabonnement"));
    }

    /** A page for people, and for mailboxes an address that asks nothing (RFC 8058). */
    private @Nullable String refusal(Letter letter, String path) {
        var refusal = letter.refusal();
        return refusal == null
                ? null
                : tenants.origin() + path + "?lien=" + refusal.link().value();
    }

    private static void brand(Context context, Brand brand) {
        context.setVariable("mark", brand.mark());
        context.setVariable("logo", brand.logo() == null ? null : brand.logo().within(WIDEST_LOGO, HIGHEST_LOGO));
        context.setVariable("colour", brand.colour().hex());
        context.setVariable("onColour", brand.onColour().hex());
        context.setVariable("soft", brand.soft().hex());
    }

    private String plain(Context context) {
        return layouts.process("letter.txt", context)
                        .replaceAll("\n{3,}", "\n\n")
                        .strip() + "\n";
    }

    private static Map<String, Object> variables(Letter letter, LetterWords words) {
        var variables = new HashMap<String, Object>();
        variables.put("subject", words.subject());
        variables.put("title", words.title());
        variables.put("text", words.text());
        putIfPresent(variables, "note", words.note());
        putIfPresent(variables, "quote", letter.quote());
        if (letter.link() != null) {
            variables.put("link", letter.link().toString());
            variables.put("button", words.button());
            variables.put("withoutButton", words.withoutButton());
        }
        return variables;
    }

    private static void putIfPresent(Map<String, Object> variables, String name, @Nullable String value) {
        if (value != null) {
            variables.put(name, value);
        }
    }
}
