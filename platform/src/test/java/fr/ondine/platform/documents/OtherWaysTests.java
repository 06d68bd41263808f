package fr.ondine.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OtherWaysTests {

    private static final String SIEGVO = BundledTenants.yaml("siegvo");

    @Test
    void a_utility_that_names_no_account_is_paid_as_it_says_itself() {
        assertThat(ways(SIEGVO)).isEmpty();
        assertThat(ways(saying(SIEGVO))).containsExactly("Par chèque.");
    }

    @Test
    void one_that_names_an_account_takes_transfers_before_all_else() {
        var named = SIEGVO.replace("payments:\n", "payments:\n  transfer-to: FR76 3000 6000 0112 3456 7890 189\n");

        assertThat(ways(saying(named)))
                .containsExactly(
                        "Par virement sur le compte FR76 3000 6000 0112 3456 7890 189, avec votre numéro de contrat.",
                        "Par chèque.");
    }

    private static String saying(String yaml) {
        return yaml.replace("subscriber-texts:\n", "subscriber-texts:\n  how-to-pay: Par chèque.\n");
    }

    private static List<String> ways(String yaml) {
        return OtherWays.of(TenantConfigReader.read(yaml), new PdfRenderer(), Locale.FRENCH).stream()
                .map(way -> way.replace('\u00a0', ' '))
                .toList();
    }
}
