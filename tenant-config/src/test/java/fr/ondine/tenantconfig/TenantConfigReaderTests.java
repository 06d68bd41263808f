package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantConfigReaderTests {

    static final String SIEGVO = BundledTenants.yaml("siegvo");

    @Test
    void reads_what_is_written() {
        var config = TenantConfigReader.read(SIEGVO);

        assertThat(config.name()).isEqualTo("SIEGVO");
        assertThat(config.zone()).hasToString("Europe/Paris");
        assertThat(config.contact().mainPhone().number()).hasToString("03 87 53 40 43");
        assertThat(config.offers(Feature.CONTACT_FORM)).isTrue();
    }

    @Test
    void an_item_of_a_list_is_refused_at_its_own_line() {
        var hosts = "hosts:\n  - siegvo.localhost\n  - eau.siegvo.fr\n  - 127.0.0.1";
        var forms = BundledTenants.yaml("ileo")
                .replace("pattern: \"### #### @\"", "pattern: \"## ### ### ##\"")
                .replace("example: 059 1234 K", "example: 24 001 234 57");

        assertThat(refused(SIEGVO.replace("hosts: [siegvo.localhost]", hosts)).refusals())
                .extracting(Refusal::path, Refusal::line)
                .containsExactly(tuple("hosts[3]", 7));
        assertThat(refused(forms).refusals())
                .extracting(Refusal::path, Refusal::line)
                .containsExactly(tuple("contract-numbers.forms[2]", 124));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: SIEGVO            | nom: SIEGVO           | name                     | missing-key
            name: SIEGVO            | nom: SIEGVO           | nom                      | unknown-key
            zone: Europe/Paris      | name: SIEGVO          | name                     | repeated-key
            name: SIEGVO            | name: 12              | name                     | not-text
            name: SIEGVO            | name: [SIEGVO]        | name                     | not-a-value
            languages: [fr]         | languages: fr         | languages                | not-a-list
            languages: [fr]         | languages: [french]   | languages[1]             | not-a-language
            languages: [fr]         | languages: []         | languages                | empty
            zone: Europe/Paris      | zone: Europe/Metz     | zone                     | not-a-zoneid
            slug: siegvo            | slug: SIEGVO          | slug                     | slug
            [siegvo.localhost]      | [https://siegvo.fr]   | hosts[1]                 | host
            [siegvo.localhost]      | [siegvo.fr, 10.0.0.1] | hosts[2]                 | host
            [siegvo.localhost]      | [a.fr, a.fr]          | hosts[2]                 | repeated
            rounding: half-up       | rounding: halfup      | rounding                 | not-a-choice
            rounding: half-up       | rounding: unnecessary | rounding                 | rounding
            claim-key: Clé de séc   | claim: Clé de séc     | words.claim-key          | claim-key-unnamed
            length: 8               | length: eight         | claims.claim-key.length  | not-a-whole-number
            length: 8               | length: 3             | claims.claim-key.length  | claim-key-length
            status: not-compliant   | compliant             | accessibility            | not-a-group
            status: not-compliant   | status: compliant     | accessibility.status     | accessibility-unaudited
            FR66200078814           | FR6620078814          | legal.vat-number         | vat-number
            "200 078 814"           | "200 078 815"         | legal.siren              | siren-check
            "#0b5394"               | "#8fb4e0"             | brand.colour             | contrast
            facturation@siegvo.com  | facturation@siegvo    | contact.email            | email
            facturation@siegvo.com  | facturé@siegvo.com    | contact.email            | email
            https://www.siegvo.com  | http://www.siegvo.com | contact.website          | website
            """)
    void refuses(String right, String wrong, String path, String code) {
        assertThat(SIEGVO).contains(right);
        var refused = refused(SIEGVO.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)));

        assertThat(refused.refusals()).anySatisfy(refusal -> {
            assertThat(refusal.path()).isEqualTo(path);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }

    @Test
    void names_the_field_its_line_and_the_reason_in_one_sentence() {
        var refused = refused(SIEGVO.replace("FR66200078814", "FR6620078814"));

        assertThat(refused)
                .hasMessage("Ligne 11, legal.vat-number : le numéro de TVA FR6620078814 ne correspond pas au SIREN"
                        + " 200078814 ; ce devrait être FR66200078814.");
    }

    @Test
    void a_form_that_collides_is_named_and_not_the_one_that_was_there() {
        var older = "example: 20 1234 567\n    - pattern: '### ### ###'\n      example: 201 234 567\n";
        var refused = refused(SIEGVO.replace("example: 20 1234 567\n", older));

        assertThat(refused.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.path()).isEqualTo("contract-numbers.forms[2]"));
    }

    @Test
    void reports_everything_that_is_wrong_at_once() {
        var refused = refused(SIEGVO.replace("zone: Europe/Paris", "zone: Metz")
                .replace("mark: S", "mark: SI")
                .replace("provider: stripe", "provider: none"));

        assertThat(refused.refusals())
                .extracting(Refusal::path)
                .containsExactly("zone", "brand.mark", "payments.stripe-account");
    }

    @Test
    void refuses_what_is_not_yaml_and_what_is_empty() {
        assertThat(refused("name: [").refusals()).extracting(Refusal::code).containsExactly("not-yaml");
        assertThat(refused("# nothing").refusals()).extracting(Refusal::code).containsExactly("blank");
    }

    @Test
    void refuses_what_the_parser_would_choke_on() {
        assertThat(refused("name: Eau\nzone: A\u000bB").refusals())
                .singleElement()
                .extracting(refusal -> refusal.sentence(Locale.FRENCH))
                .asString()
                .startsWith("Ligne 2 : cette ligne contient un caractère invisible")
                .contains("U+000B");
        assertThat(refused("#" + "x".repeat(200_000)).refusals())
                .extracting(Refusal::code)
                .containsExactly("too-long");
        var bomb = "a: &a [x]\nb: [" + "*a, ".repeat(60) + "*a]";
        assertThat(refused(bomb).refusals()).isNotEmpty();
    }

    @Test
    void takes_the_defaults_of_a_group_that_may_be_left_out() {
        var config = TenantConfigReader.read(SIEGVO);

        assertThat(SIEGVO).doesNotContain("limits:");
        assertThat(config.claims().limits()).isEqualTo(new ClaimLimits(5, 10, 20, 500));
    }

    @Test
    void every_refusal_of_this_test_has_its_sentence() {
        var refused = refused("{}");

        assertThat(refused.refusals())
                .hasSize(20)
                .allSatisfy(refusal -> assertThat(refusal.sentence(Locale.FRENCH))
                        .startsWith("Ligne 1, ")
                        .endsWith("."));
    }

    private static InvalidConfiguration refused(String yaml) {
        return catchThrowableOfType(InvalidConfiguration.class, () -> TenantConfigReader.read(yaml));
    }
}
