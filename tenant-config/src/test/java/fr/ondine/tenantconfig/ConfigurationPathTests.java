package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationPathTests {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("fr.ondine.tenantconfig.paths");

    @ParameterizedTest
    @CsvSource({
        "slogan, Devise",
        "brand.colour, Marque › Couleur",
        "hosts[2], Adresse du portail 2",
        "contact.phones[2].label, Accueil et contacts › Téléphone 2 › Libellé",
        "contact.emergency.number, Accueil et contacts › Urgences › Numéro",
        "public-texts.notices[1].parts[3].paragraphs[2], Textes pour tous › Annonce 1 › Partie 3 › Paragraphe 2",
        "contract-numbers.forms[1].pattern, Numéros de contrat › Forme 1 › Modèle",
        "words.portal, Vos mots › Nom de l'espace"
    })
    void a_path_is_told_in_words(String path, String words) {
        assertThat(ConfigurationPath.words(path, Locale.FRENCH)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "couleur", "brand.couleur", "brand.colour.red", "hosts[x]", "brand..colour", "?"})
    void a_path_that_leads_to_nothing_stays_as_it_is(String path) {
        assertThat(ConfigurationPath.words(path, Locale.FRENCH)).isEqualTo(path);
    }

    @Test
    void every_rubric_has_words_and_no_words_are_left_of_one_that_is_gone() {
        assertThat(WORDS.keySet()).isEqualTo(rubrics().keySet());
    }

    @ParameterizedTest
    @MethodSource
    void each_of_several_is_told_by_its_number(RecordComponent several) {
        assertThat(WORDS.getString(ConfigurationPath.key(several))).endsWith(" {0}");
    }

    static List<RecordComponent> each_of_several_is_told_by_its_number() {
        return rubrics().values().stream()
                .filter(component -> component.getGenericType() instanceof ParameterizedType)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("yamls")
    void what_utilities_write_is_told_in_words_throughout(String yaml) {
        assertThat(ConfigurationText.difference("{}", yaml))
                .hasSizeGreaterThan(50)
                .allSatisfy(change -> assertThat(ConfigurationPath.words(change.path(), Locale.FRENCH))
                        .isNotEqualTo(change.path()));
    }

    static List<String> yamls() {
        return BundledTenants.slugs().stream().map(BundledTenants::yaml).toList();
    }

    private static Map<String, RecordComponent> rubrics() {
        var all = new TreeMap<String, RecordComponent>();
        collect(TenantConfig.class, all);
        return all;
    }

    private static void collect(Class<?> type, Map<String, RecordComponent> into) {
        if (!type.isRecord() || isSingleText(type)) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            var known = into.putIfAbsent(ConfigurationPath.key(component), component);
            assertThat(known == null || known.getDeclaringRecord() == type)
                    .as("two records are called " + type.getSimpleName())
                    .isTrue();
            if (ConfigurationPath.inside(component.getGenericType()) instanceof Class<?> inside) {
                collect(inside, into);
            }
        }
    }

    private static boolean isSingleText(Class<?> type) {
        var components = type.getRecordComponents();
        return components.length == 1 && components[0].getType() == String.class;
    }
}
