package fr.ondine.tenantconfig;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a subscriber reaches the utility: foot of every page, contact page, mails and invoices. */
public record Contact(
        String serviceName,
        List<String> postalAddress,
        List<Phone> phones,
        @Nullable Phone emergency,
        List<String> openingHours,
        String email,
        URI website) {

    /** A number to call, what it is for and, where it helps, what the call costs or which choice to press. */
    public record Phone(
            String label, PhoneNumber number, @Nullable String note) {}

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    public Contact {
        Invalid.whenEmpty("postalAddress", postalAddress);
        Invalid.whenEmpty("phones", phones);
        Invalid.whenEmpty("openingHours", openingHours);
        Invalid.unless(EMAIL.matcher(email).matches(), "email", "email", email);
        Invalid.unless("https".equals(website.getScheme()), "website", "website", website);
    }

    /** The number shown first, at the foot of every page. */
    public Phone mainPhone() {
        return phones.getFirst();
    }
}
