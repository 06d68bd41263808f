package fr.ondine.platform.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * What each line of the log has beside Spring Boot's own where lines are JSON: the utility that the work is for. Nobody
 * has to put it there and to take it away again, for a line is written by the thread that does the work.
 */
final class LogLines implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(Members<Object> members) {
        members.add(MeasuredUtility.TAG, line -> utility()).whenNotNull();
        members.applyingValueProcessor(ValueProcessor.of(String.class, Masking::mask));
    }

    private static @Nullable String utility() {
        if (TenantContext.isBound()) {
            return TenantContext.current().slug();
        }
        return Realm.isConsole() ? MeasuredUtility.CONSOLE : null;
    }
}
