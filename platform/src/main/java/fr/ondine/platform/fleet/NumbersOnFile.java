package fr.ondine.platform.fleet;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.ConfigurationText;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.tenantconfig.NumberFormat;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the numbers of a utility known to its formats: one that lost its form could be typed and claimed no more. */
@Component
class NumbersOnFile {

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    NumbersOnFile(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Refuses a configuration that does not know the form of a number which the one in force knows. */
    void refuseLost(UtilitySummary utility, String inForce, String yaml) {
        var before = readable(inForce);
        var after = TenantConfigReader.read(yaml);
        for (var kind : Kind.values()) {
            var known = before.map(kind.format).map(NumberFormat::expression).orElse("");
            var lost = lost(utility, kind, known, kind.format.apply(after).expression());
            if (lost.count() > 0) {
                throw new ConfigurationText(yaml)
                        .refusing(kind.path, "numbers-on-file", lost.count(), String.valueOf(lost.example()));
            }
        }
    }

    /** Of one that this release cannot read any more it is not known what it knew: all numbers count. */
    private static Optional<TenantConfig> readable(String yaml) {
        try {
            return Optional.of(TenantConfigReader.read(yaml));
        } catch (InvalidConfiguration unreadable) {
            return Optional.empty();
        }
    }

    private Lost lost(UtilitySummary utility, Kind kind, String before, String after) {
        return before.equals(after) || !utility.state().hasSchema()
                ? new Lost(0, null)
                : TenantContext.callAs(
                        new TenantId(utility.slug()),
                        () -> transaction.execute(status -> counted(kind, before, after)));
    }

    private Lost counted(Kind kind, String before, String after) {
        return database.sql("select count(*) as count, min(number) as example from (" + kind.numbers
                        + ") as on_file where number ~ :before and number !~ :after")
                .param("before", before)
                .param("after", after)
                .query(Lost.class)
                .single();
    }

    private enum Kind {
        /** Without what tells the agreements of one number apart once it has passed on. */
        CONTRACT(
                "contract-numbers.forms[1].pattern",
                TenantConfig::contractNumbers,
                "select split_part(number, '~', 1) as number from agreement union select number from agreement_alias"),
        INVOICE("invoice-numbers.forms[1].pattern", TenantConfig::invoiceNumbers, "select number from invoice");

        private final String path;
        private final Function<TenantConfig, NumberFormat> format;
        private final String numbers;

        Kind(String path, Function<TenantConfig, NumberFormat> format, String numbers) {
            this.path = path;
            this.format = format;
            this.numbers = numbers;
        }
    }

    private record Lost(long count, @Nullable String example) {}
}
