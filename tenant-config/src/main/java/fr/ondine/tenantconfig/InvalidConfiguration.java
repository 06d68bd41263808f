package fr.ondine.tenantconfig;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A configuration that is not taken, with every reason that was found. */
public final class InvalidConfiguration extends RuntimeException {

    private final transient List<Refusal> refusals;

    InvalidConfiguration(List<Refusal> refusals) {
        super(refusals.stream().map(refusal -> refusal.sentence(Locale.ROOT)).collect(Collectors.joining("\n")));
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
