package fr.ondine.platform.reminders;

import fr.ondine.platform.kernel.DomainException;

/** What cannot be done with a batch of reminders, or with a letter of it. */
public final class BatchRefused extends DomainException {

    private BatchRefused(String code) {
        super(code);
    }

    /** The utility has not said when it reminds. */
    static BatchRefused off() {
        return new BatchRefused("reminders.off");
    }

    /** Another one is being prepared, looked at or sent. */
    static BatchRefused anotherOpen() {
        return new BatchRefused("reminders.another-open");
    }

    static BatchRefused unknown() {
        return new BatchRefused("reminders.unknown");
    }

    /** It is not in the state in which that is done. */
    static BatchRefused notNow() {
        return new BatchRefused("reminders.not-now");
    }

    static BatchRefused reasonMissing() {
        return new BatchRefused("reminders.reason-missing");
    }
}
