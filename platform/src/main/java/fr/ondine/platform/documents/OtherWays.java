package fr.ondine.platform.documents;

import fr.ondine.platform.kernel.Writing;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a utility is paid otherwise than by card: by transfer to its account, and as it says in words of its own. */
public final class OtherWays {

    private OtherWays() {}

    /** Each as a sentence, for a paper that is about a contract. */
    public static List<String> of(TenantConfig utility, PdfRenderer texts, Locale language) {
        var transfer = Optional.ofNullable(utility.payments().transferTo())
                .map(account -> texts.sentence("pay.transfer.contract", language, Writing.unbroken(account.display())));
        return Stream.concat(transfer.stream(), utility.subscriberTexts().waysToPay().stream())
                .toList();
    }
}
