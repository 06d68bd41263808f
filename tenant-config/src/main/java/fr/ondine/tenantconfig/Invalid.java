package fr.ondine.tenantconfig;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that a configuration record refuses, with the field it is about and the reason's key in the bundle. */
final class Invalid extends IllegalArgumentException {

    private final transient @Nullable String field;
    private final String code;
    private final transient List<Object> values;

    private Invalid(@Nullable String field, String code, Object... values) {
        super(code);
        this.field = field;
        this.code = code;
        this.values = List.of(values);
    }

    static void unless(boolean fulfilled, @Nullable String field, String code, Object... values) {
        if (!fulfilled) {
            throw new Invalid(field, code, values);
        }
    }

    static void when(boolean broken, @Nullable String field, String code, Object... values) {
        unless(!broken, field, code, values);
    }

    static void whenEmpty(String field, Collection<?> values) {
        when(values.isEmpty(), field, "empty");
    }

    /** Refuses the value that repeats another, not the one that was there first. */
    static void whenRepeated(String field, List<?> values) {
        for (int at = 1; at < values.size(); at++) {
            when(values.subList(0, at).contains(values.get(at)), field + "[" + (at + 1) + "]", "repeated");
        }
    }

    @Nullable
    String field() {
        return field;
    }

    String code() {
        return code;
    }

    List<Object> values() {
        return values;
    }
}
