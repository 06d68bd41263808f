package fr.ondine.simulators.stripe;

/**
 * How a card number behaves. The numbers are Stripe's own test numbers, but for the one that settles later: at Stripe
 * other methods do that, and this page knows cards only.
 */
enum Card {
    ACCEPTED,
    AUTHENTICATION_REQUIRED,
    DECLINED,
    INSUFFICIENT_FUNDS,
    EXPIRED,
    SETTLES_LATER,
    INVALID;

    static Card of(String number) {
        return switch (number.replaceAll("[\\s.-]", "")) {
            case "4242424242424242", "5555555555554444", "4000002500000003" -> ACCEPTED;
            case "4000002500003155", "4000002760003184" -> AUTHENTICATION_REQUIRED;
            case "4000000000000002" -> DECLINED;
            case "4000000000009995" -> INSUFFICIENT_FUNDS;
            case "4000000000000069" -> EXPIRED;
            case "4000000000000077" -> SETTLES_LATER;
            default -> INVALID;
        };
    }

    String declineCode() {
        return switch (this) {
            case INSUFFICIENT_FUNDS -> "insufficient_funds";
            case EXPIRED -> "expired_card";
            case INVALID -> "incorrect_number";
            default -> "generic_decline";
        };
    }
}
