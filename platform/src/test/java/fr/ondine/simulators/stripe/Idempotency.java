package fr.ondine.simulators.stripe;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** The same key with the same parameters gives the same answer; with others it is refused; in use it is a conflict. */
final class Idempotency {

    private static final String TABLE = "answers";

    private final Store store;
    private final Set<String> inProgress = new HashSet<>();

    Idempotency(Store store) {
        this.store = store;
    }

    Answer answer(String key, String fingerprint, Supplier<Answer> operation) {
        synchronized (this) {
            var known = store.find(TABLE, key);
            if (known.isPresent()) {
                var entry = known.get();
                if (!Json.text(entry, "fingerprint").equals(fingerprint)) {
                    throw StripeError.otherParameters(key);
                }
                return new Answer(entry.get("status").asInt(), Json.text(entry, "body"));
            }
            if (!inProgress.add(key)) {
                throw StripeError.keyInUse(key);
            }
        }
        try {
            return keep(key, fingerprint, operation.get());
        } catch (StripeError e) {
            if (e.isKept()) {
                keep(key, fingerprint, e.answer());
            }
            throw e;
        } finally {
            synchronized (this) {
                inProgress.remove(key);
            }
        }
    }

    private Answer keep(String key, String fingerprint, Answer answer) {
        store.put(
                TABLE,
                key,
                Json.object()
                        .put("fingerprint", fingerprint)
                        .put("status", answer.status())
                        .put("body", answer.body()));
        return answer;
    }
}
