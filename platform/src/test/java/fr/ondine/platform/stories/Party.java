package fr.ondine.platform.stories;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract of one holder, and what they really owe: what was billed, less what was credited and what came in, and what was
 * paid back to them again.
 */
final class Party {

    final String name;
    final String holder;
    final String place;
    final LocalDate start;
    /** How the software takes its money, and how the portal was told that it does. */
    String method;

    String methodTold;
    final List<String> older = new ArrayList<>();

    String number;

    @Nullable
    LocalDate end;
    /** Whether somebody else has the number by now. */
    boolean isPassedOn;

    @Nullable
    AgreementId id;

    @Nullable
    UserId user;

    long billed;
    long credited;
    long received;
    long paidBack;

    Party(String name, String holder, String place, String number, String method, LocalDate start) {
        this.name = name;
        this.holder = holder;
        this.place = place;
        this.number = number;
        this.method = method;
        this.methodTold = method;
        this.start = start;
    }

    long balance() {
        return billed - credited - received + paidBack;
    }

    AgreementId agreement() {
        return java.util.Objects.requireNonNull(id);
    }

    UserId reader() {
        return java.util.Objects.requireNonNull(user);
    }

    @Override
    public String toString() {
        return name;
    }
}
