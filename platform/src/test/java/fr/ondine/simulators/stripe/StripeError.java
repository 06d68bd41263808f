package fr.ondine.simulators.stripe;

import tools.jackson.databind.node.ObjectNode;

/** A refusal in Stripe's own form: a status and an error object. */
final class StripeError extends RuntimeException {

    private final int status;
    private final ObjectNode error;
    private final boolean kept;

    private StripeError(int status, String type, String code, String param, String message, boolean kept) {
        super(message);
        this.status = status;
        this.kept = kept;
        error = Json.object().put("type", type).put("message", message);
        if (!code.isEmpty()) {
            error.put("code", code);
        }
        if (!param.isEmpty()) {
            error.put("param", param);
        }
    }

    static StripeError unknownParameter(String name) {
        return invalid("parameter_unknown", name, "Received unknown parameter: " + name);
    }

    static StripeError missing(String name) {
        return invalid("parameter_missing", name, "Missing required param: " + name + ".");
    }

    /** Parameters that do not pass are not an outcome: the idempotency key stays free. */
    static StripeError invalid(String code, String param, String message) {
        return new StripeError(400, "invalid_request_error", code, param, message, false);
    }

    /** The operation began and the state of things forbids it: the idempotency key keeps this answer. */
    static StripeError refused(String code, String message) {
        return new StripeError(400, "invalid_request_error", code, "", message, true);
    }

    static StripeError noSuch(String kind, String id, String param) {
        return new StripeError(
                404, "invalid_request_error", "resource_missing", param, "No such " + kind + ": '" + id + "'", false);
    }

    static StripeError unknownUrl(String method, String path) {
        return new StripeError(
                404,
                "invalid_request_error",
                "",
                "",
                "Unrecognized request URL (" + method + ": " + path + ").",
                false);
    }

    static StripeError unauthorized(String key) {
        var message = key.isEmpty()
                ? "You did not provide an API key."
                : "Invalid API Key provided: " + "*".repeat(8) + key.substring(Math.max(0, key.length() - 4));
        return new StripeError(401, "invalid_request_error", "", "", message, false);
    }

    static StripeError noAccess(String account) {
        var message = "The provided key does not have access to account '" + account
                + "' (or that account does not exist). Application access may have been revoked.";
        return new StripeError(403, "invalid_request_error", "account_invalid", "", message, false);
    }

    /** What a restricted key is told. */
    static StripeError notPermitted(String account) {
        var message =
                "The provided key 'rk_********' does not have the required permissions for this endpoint on account '"
                        + account + "'.";
        return new StripeError(403, "invalid_request_error", "", "", message, false);
    }

    static StripeError otherParameters(String key) {
        var message = "Keys for idempotent requests can only be used with the same parameters they were first used"
                + " with. Try using a key other than '" + key + "' if you meant to execute a different request.";
        return new StripeError(400, "idempotency_error", "", "", message, false);
    }

    static StripeError keyInUse(String key) {
        var message = "There is currently another in-progress request using this Idempotent Key: " + key;
        return new StripeError(409, "idempotency_error", "idempotency_key_in_use", "", message, false);
    }

    /** An error that a test asked for. */
    static StripeError armed(int status) {
        return switch (status) {
            case 400 -> new StripeError(400, "invalid_request_error", "", "", "Invalid request (armed).", false);
            case 401 -> unauthorized("armed");
            case 402 -> new StripeError(402, "card_error", "card_declined", "", "Your card was declined.", false);
            case 409 -> keyInUse("(armed)");
            case 429 ->
                new StripeError(429, "invalid_request_error", "rate_limit", "", "Request rate limit exceeded.", false);
            default -> new StripeError(status, "api_error", "", "", "An unknown error occurred", false);
        };
    }

    boolean isKept() {
        return kept;
    }

    Answer answer() {
        return new Answer(status, Json.object().set("error", error).toString());
    }
}
