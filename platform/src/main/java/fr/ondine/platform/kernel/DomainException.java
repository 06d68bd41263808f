package fr.ondine.platform.kernel;

import java.util.Arrays;
import java.util.List;

/** A refusal by the domain: a fact with its values, put into words for a person only at the edges. */
public abstract class DomainException extends RuntimeException {

    private final String code;
    private final transient List<Object> arguments;

    protected DomainException(String code, Object... arguments) {
        super(code + " " + Arrays.toString(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** The key of the sentence in the message bundles. */
    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
