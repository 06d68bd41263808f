package fr.ondine.simulators.stripe;

import java.util.List;

/** The lines of a checkout session: what they come to, in the currency's smallest unit. */
final class LineItems {

    private static final long LEAST = 50;

    private LineItems() {}

    static long total(Form form) {
        var total = members(form).stream()
                .mapToLong(
                        line -> integer(form, line + "[quantity]") * integer(form, line + "[price_data][unit_amount]"))
                .sum();
        if (total < LEAST) {
            throw StripeError.refused(
                    "amount_too_small", "The Checkout Session's total amount due must add up to at least €0.50 eur");
        }
        return total;
    }

    static String currency(Form form) {
        var currencies = members(form).stream()
                .map(line -> text(form, line + "[price_data][currency]").toLowerCase(java.util.Locale.ROOT))
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw StripeError.invalid("", "line_items", "All line items must use the same currency.");
        }
        return currencies.getFirst();
    }

    private static List<String> members(Form form) {
        var members = form.members("line_items");
        if (members.isEmpty()) {
            throw StripeError.missing("line_items");
        }
        members.forEach(line -> text(form, line + "[price_data][product_data][name]"));
        return members;
    }

    private static long integer(Form form, String name) {
        var value = Long.parseLong(text(form, name));
        if (value < 1) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", name, "This value must be greater than or equal to 1.");
        }
        return value;
    }

    private static String text(Form form, String name) {
        return form.text(name).orElseThrow(() -> StripeError.missing(name));
    }
}
